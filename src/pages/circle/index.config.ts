export default definePageConfig({ navigationBarTitleText: '这里的法律服务' })
