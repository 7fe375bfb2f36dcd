/** What the pad, the recorder and the stars say by themselves. Callers may replace a hint by a prop. */
export const signatureWords = {
  hint: '用手指在框里写名字',
  pad: '签名的框',
  rub: '擦掉重写',
  done: '签好了',
  saving: '正在存',
  signed: '已经签好',
  picture: '签名的照片',
  again: '重新签',
  empty: '框里还没有名字，请写好再按“签好了”。',
  short: '写得太少，看不出是名字，请接着写。',
  failed: '没存下来，请再按一次“签好了”。',
}

const sec = (count: number) => `${count}\u00a0秒`

export const voiceWords = {
  start: '按一下开始说',
  asking: '正在打开麦克风',
  stop: '说完了',
  ending: '正在存',
  running: '正在录，请说话',
  left: (said: number, most: number) => `说了 ${sec(said)}，还能说 ${sec(Math.max(0, most - said))}`,
  upTo: (most: number) => `最多说 ${sec(most)}`,
  kept: (seconds: number) => `录好了，${sec(seconds)}`,
  play: '听一听',
  stopPlay: '停下',
  again: '重录',
  refused: '麦克风没有打开，没关系。想说的话，在手机设置里允许用麦克风，再按一次。也可以写下来。',
  settings: '去设置里打开',
  short: '太短了，没有录上。按一下，慢慢说，说完再按。',
  failed: '没有录上，请再按一次。再不行，可以写下来。',
  unheard: '放不出来，请重录一次。',
  cannot: '这台设备录不了音。可以写下来，或请在场的人作见证。',
}

/** The five levels of being content, from 1. */
export const starTexts = { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } as const

export const openingWords = {
  opening: '正在打开，网络慢，请稍等',
  failed: '网络不通，没有打开。请再点一次，急事请打电话。',
}

/** Of papers that a step takes along. */
export const stepWords = {
  sending: '照片还在传，请等一等',
  failed: '有照片没传上去，请重试或者去掉',
}
