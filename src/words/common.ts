/** What every page says. The numbers are national: 12348 legal service, 12345 government, 110 police. */
export const hotline = '12348'
export const governmentLine = '12345'
export const police = '110'

export const commonWords = {
  product: '八分钟法律服务圈',
  demo: '演示数据，人和事都是编的',
  back: '返回',
  home: '回首页',
  ring: (number: string) => `打 ${number}`,
  signIn: '去登录',
  otherRole: '换个身份',
  signInFirst: '请先登录',
  offline: '现在没有信号',
  offlineText: '换个信号好的地方再试。急事可以直接打电话，不用上网。',
  refused: '这一步办不了',
  notFound: '没有找到',
  wait: '请等一等',
  fault: '出了点问题',
  faultText: (number: string) => `请再试一次。再不行请打电话，报这个编号：${number}`,
  notSent: '网络不通，没有送出去。内容还在，请再试一次。急事请打电话。',
  readAgain: '下面是刚刚重新取到的。',
  invalid: '有一处填的不对，请看一看。',
  again: '再试一次',
  more: '再看一些',
  urgent: (number: string) => `急事打 ${number}`,
  dayAndNight: '白天黑夜都有人接',
  hear: '听蒙古语',
  hearOf: (what: string) => `听蒙古语：${what}`,
  stopHearing: '停下',
  unheard: '放不出来。换个信号好的地方再试。',
  findMongolian: '找会说蒙古语的人',
  ringInMongolian: (name: string) => `打给会说蒙古语的${name}`,
}

export const tabTexts = { home: '首页', matters: '我的事项', me: '我', label: '主要页面' }

export const uploadWords = {
  failed: '没传上去，请再试一次。',
  offline: '网络不通，没传上去。请再试一次。',
  unread: '有照片打不开，没有加上。请直接拍一张，或者换一张再传。',
  tooMany: '一次选得太多了，多出来的没有加上。',
  filmTooLarge: '这段录像太大，超过 10\u00a0MB。拍短一点，或者换成照片。',
}

/** Where somebody may be in danger. */
export const safetyWords = {
  title: '现在有危险，先打 110',
  text: '受伤了也先打 110，警察会管。申请可以以后再填。',
  ring: '打\u00a0110',
  leave: '马上离开',
  leaveText: '按「马上离开」，这一页换成天气预报。填的内容还留在这部手机里；怕别人看到，按「删掉再离开」。',
  erase: '删掉再离开',
}
// Somewhere that says nothing to whoever looks over a shoulder.
export const neutralPage = 'https://m.weather.com.cn/'
