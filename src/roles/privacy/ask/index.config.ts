export default definePageConfig({ navigationBarTitleText: '用到您的信息以前' })
