export default definePageConfig({ navigationBarTitleText: '督查总览' })
