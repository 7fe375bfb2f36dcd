/** What only the doors say; everything else is in refusals.ts and problems.ts. */
const sentences: Record<string, string> = {
  'path.not-found': '没有这个地址。',
  'method.not-allowed': '这个地址不能这样用。',
  'sign-in.wrong': '登录名、密码和验证码有一样不对。请再看一遍；验证码用手机上最新的。',
  'sign-in.code-used': '这个验证码用过了，请等手机上换下一个再试。',
  'enrol.over': '等得太久了，请从头再来。邀请码还能用。',
  'enrol.done': '这个登录名已经设好了，请直接登录。',
  'wechat.bad-code': '微信没认出这次登录，请关掉小程序再打开。',
  'wechat.code-used': '这次登录已经用过了，请再打开一次。',
  'wechat.blocked': '微信认为这个账号有风险，暂时不能登录。急事请打 12348。',
  'wechat.busy': '微信那边正忙，请过一会儿再试。急事请打 12348。',
  'wechat.unreachable': '现在连不上微信，没登录上。请过一会儿再试，急事请打 12348。',
  'health.no-store': '数据库没有回答。',
  'health.sweep-late': '时限检查停了一分钟以上。',
  'clock.forwards-only': '时间只能往前拨，不能往回拨。',
  'demo.not-empty': '库里已经有数据，不能再载入。请换一个空库。',
  'store.not-configured': '云环境还没有接上数据库，现在办不了。急事请打 12348。',
}

const problems: Record<string, string> = {
  'body-too-large': '提交的内容太多，最多 100 KB。照片和录音请作为附件上传。',
  'bad-duration': '不是一段时间。八分钟写作 PT8M，三天写作 P3D。',
  'one-of-two': '时间和时长只填一个。',
}

export const doorSentence = (code: string): string | undefined => sentences[code]
export const doorProblem = (code: string): string | undefined => problems[code]
export const doorCodes = { refused: Object.keys(sentences), invalid: Object.keys(problems) }
