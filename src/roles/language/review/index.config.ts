export default definePageConfig({ navigationBarTitleText: '蒙古文审校' })
