/** What only the doors say; everything else is in refusals.ts and problems.ts. */
const sentences: Record<string, string> = {
  'path.not-found': '没有这个地址。',
  'method.not-allowed': '这个地址不能这样用。',
  'person.not-found': '没找到这个人。',
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
