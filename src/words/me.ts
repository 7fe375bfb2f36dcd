import type { Role } from '@/domain/decider'
import { roleTexts } from './aid'

/** Signing in, who one is, how large the letters are, what one was told. */
export const meWords = {
  page: '我',
  signIn: '选一个人登录',
  signInText: '演示数据：下面的人都是编的，选谁就是谁，不用密码。',
  demo: '演示数据',
  search: '找人',
  searchHint: '写名字里的一两个字',
  nobody: '没有这个名字。换个字试试。',
  signInFailed: '没登录上，请再试一次。',
  more: (count: number) => `还有 ${count} 人`,
  roleTitle: '我现在的身份',
  overview: '督查总览',
  duty: '我的值班',
  calls: '等打电话的人',
  mongolian: '蒙古文审校',
  language: '语言',
  size: '字的大小',
  sizes: { normal: '标准', elder: '长辈版', 'elder-max': '最大' },
  myData: '我的信息',
  dataRequests: '个人信息请求',
  notices: '给我的消息',
  noNotices: '还没有消息',
  unread: '新',
  signOut: '退出登录',
  signOutTitle: '退出登录吗？',
  signOutText: '没写完的申请还留在这部手机里，下次登录接着填。',
  signOutWaits: '还有没送出去的，只存在这部手机里：您再登录才会送，别人登录看不到。急事请打电话。',
  stay: '不退出',
  noSignIn: '办事请用微信小程序',
  noSignInText: '在微信里打开就能申请、查进度。这里是给用电脑的工作人员登录的。急事请打电话。',
  staff: '我是工作人员',
  staffSignIn: '工作人员登录',
  weappUnknown: '微信没认出您',
  weappUnknownText: '查进度、看谁值班都能用。要办事，请关掉小程序再打开，或打电话登记。',
}

const groups: readonly Role[] = [
  'resident',
  'lawyer',
  'centre',
  'organisation',
  'village',
  'guide',
  'town',
  'department',
  'command',
  'supervisor',
  'admin',
]
/** In which order the demonstration shows its people. */
export const roleOrder = groups
export const roleText = (role: Role): string => roleTexts[role] ?? ''
