export default definePageConfig({ navigationBarTitleText: '印空白卡' })
