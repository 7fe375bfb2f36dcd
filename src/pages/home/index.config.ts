// A browser has a pull of its own, which loads the page anew.
export default definePageConfig({
  navigationBarTitleText: '八分钟法律服务圈',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
