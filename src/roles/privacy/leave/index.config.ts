export default definePageConfig({ navigationBarTitleText: '拿走和删除' })
