export default definePageConfig({ navigationBarTitleText: '班位和轮值' })
