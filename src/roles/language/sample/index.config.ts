export default definePageConfig({ navigationBarTitleText: '蒙古文样例' })
