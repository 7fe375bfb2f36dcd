export default definePageConfig({ navigationBarTitleText: '发布记录' })
