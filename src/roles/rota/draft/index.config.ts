export default definePageConfig({ navigationBarTitleText: '起草一个月' })
