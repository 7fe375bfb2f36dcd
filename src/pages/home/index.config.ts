export default definePageConfig({ navigationBarTitleText: '八分钟法律服务圈' })
