export default definePageConfig({ navigationBarTitleText: '约好的时间' })
