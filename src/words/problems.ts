/** What is wrong with one field, said beside it, naming it: 「手机号：应是 11 位手机号」. */
const fields: Record<string, string> = {
  requestId: '提交编号',
  id: '事项编号',
  version: '版本',
  for: '给谁申请',
  applicant: '申请人',
  name: '名字',
  phone: '电话',
  idNumber: '身份证号',
  creditCode: '统一社会信用代码',
  birth: '出生日期',
  language: '语言',
  groups: '人群',
  where: '事情发生在哪',
  place: '地方',
  body: '哪个单位在处理',
  matter: '什么事',
  story: '事情经过',
  route: '怎么说明困难',
  income: '收入',
  parties: '对方和相关的人',
  role: '身份',
  evidence: '材料',
  forwarded: '代办说明',
  consent: '本人同意',
  tell: '告诉谁',
  kin: '亲属',
  takenAt: '登记时间',
  callFrom: '接电话的时间',
  kind: '种类',
  lawyer: '律师',
  why: '理由',
  conflict: '有没有利害关系',
  how: '怎么联系的',
  note: '说明',
  text: '内容',
  change: '有没有变化',
  result: '结果',
  papers: '材料',
  ok: '是否通过',
  code: '查询码',
  desk: '工作台',
  stage: '阶段',
  sort: '排序',
  after: '翻页位置',
  limit: '条数',
  village: '嘎查村',
  seat: '班位',
  at: '时间',
  to: '时间',
  advance: '时长',
  file: '文件',
  fileId: '文件',
  person: '人',
  unit: '单位',
  open: '是否在办',
  parent: '上级',
}

const codes: Record<string, string> = {
  missing: '还没填',
  'wrong-type': '填的不对',
  'too-short': '写得太短',
  'too-long': '写得太长，请缩短一些',
  'too-many': '太多了，请减少一些',
  'bad-characters': '有不能用的符号，请删掉',
  'not-an-option': '请从给出的选项里选',
  'bad-request-id': '不对，请刷新后再试',
  'bad-id': '不对，请重新选',
  'bad-phone': '应是 11 位手机号，或带区号的座机',
  'id-length': '应是 18 位',
  'id-characters': '前 17 位应是数字，最后一位是数字或 X',
  'id-birth': '里面的出生日期不存在，或者还没到',
  'id-check': '最后一位对不上，请再看一遍',
  'bad-credit-code': '应是 18 位，请照营业执照核对',
  'bad-day': '没有这一天',
  'bad-instant': '不是一个时间',
  'in-the-future': '还没到这个时间',
  'unknown-place': '没有这个地方，请从名单里选',
  'unknown-file': '没找到这个文件，请重新上传',
  'unknown-stage': '没有这个阶段',
  'bad-cursor': '不对，请从头看起',
  'bad-json': '没读懂，请刷新后再试',
  'too-large': '太大了，最大 10 MB',
  'not-allowed': '这种文件不收，请用照片、PDF 或录音',
  empty: '是空的',
  'unknown-unit': '没有这个单位',
  'unknown-person': '没有这个人',
  'unknown-seat': '没有这个班位',
  duplicate: '和前面的重复了',
  'ends-before-it-begins': '结束比开始还早',
  'bad-time': '不是一个钟点，应像 08:00',
  'too-small': '太小了',
  'already-loaded': '已经装过一个旗县的资料',
  'another-half-loaded': '另一份资料装到一半，请先装完那一份',
}

type Problem = { field: string; code: string }

/** The last named part of a path, with its place in a list: `parties.1.name` → 「对方和相关的人（第 2 个）的名字」. */
export function fieldText(path: string): string {
  const parts = path.split('.').filter(Boolean)
  const named: string[] = []
  for (const part of parts) {
    const last = named.at(-1)
    if (!/^\d+$/.test(part)) named.push(fields[part] ?? part)
    else if (last) named[named.length - 1] = `${last}（第 ${Number(part) + 1} 个）`
  }
  return named.slice(-2).join('的') || '提交的内容'
}

export const problemText = ({ field, code }: Problem): string => `${fieldText(field)}：${codes[code] ?? '填的不对'}`
