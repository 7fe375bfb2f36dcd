/** Accounts: who is whom, as the record says it. */
export const accountWords = {
  /** An account that nobody has registered. */
  wechatUser: '微信用户',
}
