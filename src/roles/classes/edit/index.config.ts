export default definePageConfig({ navigationBarTitleText: '普法课堂' })
