export default definePageConfig({
  navigationBarTitleText: '普法课堂',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
