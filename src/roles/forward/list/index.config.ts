export default definePageConfig({ navigationBarTitleText: '帮人办' })
