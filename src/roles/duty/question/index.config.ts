export default definePageConfig({ navigationBarTitleText: '有人问律师', enableShareAppMessage: true })
