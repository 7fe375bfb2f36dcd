export default definePageConfig({ navigationBarTitleText: '事权清单' })
