export default definePageConfig({ navigationBarTitleText: '本所的指派' })
