export default definePageConfig({ navigationBarTitleText: '登记电话、来人' })
