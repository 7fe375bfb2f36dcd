export default definePageConfig({ navigationBarTitleText: '本单位事项' })
