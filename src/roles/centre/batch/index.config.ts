export default definePageConfig({ navigationBarTitleText: '整批派律师' })
