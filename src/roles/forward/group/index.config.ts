export default definePageConfig({ navigationBarTitleText: '几个人一起登记' })
