export default definePageConfig({ navigationBarTitleText: '等打电话的人' })
