import type { CountyInput } from '@/contract/county'

type Person = CountyInput['people'][number]
type Card = NonNullable<Person['lawyer']>

let lines = 0
/** Everybody here is invented, and so is every number: 1390000 and four digits that count up. */
const nextPhone = () => {
  lines += 1
  return `1390000${String(lines).padStart(4, '0')}`
}
const one = (id: string, name: string, roles: Person['roles'], more: Partial<Person> = {}): Person => ({
  id,
  name,
  phone: nextPhone(),
  roles,
  ...more,
})
const bilingual = { languages: ['zh', 'mn'] as ('zh' | 'mn')[] }
const resident: Person['roles'] = [{ role: 'resident' }]

const residents: Person[] = [
  one('zhao', '赵满仓', resident, { birth: '1984-03-12' }),
  one('sun', '孙秀兰', resident, { birth: '1951-07-02' }),
  one('liu', '刘小禾', resident, { birth: '1993-11-20' }),
  one('qiqige', '其其格', resident, { ...bilingual, birth: '1989-05-06' }),
  // 78 years old, herds sheep, speaks Mongolian and has no smartphone: whoever writes to her must ring.
  one('herder', '额尔德尼其木格那仁格日勒', resident, { languages: ['mn'], birth: '1948-02-09', reachable: false }),
]

const villages: Person[] = [
  one('secretary-elesun', '朝克图巴雅尔', [{ role: 'village', unit: '150524104200' }], bilingual),
  one('secretary-kouhezi', '周广林', [{ role: 'village', unit: '150524101200' }]),
  one('guide-elesun', '斯琴高娃', [{ role: 'guide', unit: '150524104201' }], bilingual),
  one('guide-shuiquan', '冯桂英', [{ role: 'guide', unit: '150524202200' }]),
]

const towns: Person[] = [
  one('town-kulun', '白玉山', [{ role: 'town', unit: '150524100' }], bilingual),
  one('town-kouhezi', '陈立本', [{ role: 'town', unit: '150524101' }]),
  one('town-elesun', '包音套格套', [{ role: 'town', unit: '150524104' }], bilingual),
]

const bureau: Person[] = [
  one('gao', '高援', [{ role: 'centre', unit: 'centre' }]),
  one('qin', '秦慎', [{ role: 'centre', unit: 'centre' }]),
  one('ye', '叶长明', [{ role: 'centre', unit: 'centre' }], bilingual),
  one('command-1', '郝应', [{ role: 'command', unit: 'dept:command' }]),
  one('command-2', '乌日娜', [{ role: 'command', unit: 'dept:command' }], bilingual),
  one('command-3', '丁守夜', [{ role: 'command', unit: 'dept:command' }]),
  one('dept-labour', '宋欠清', [{ role: 'department', unit: 'dept:labour' }]),
  one('dept-land', '田界', [{ role: 'department', unit: 'dept:land' }]),
  one('yan', '严督', [{ role: 'supervisor', unit: 'dept:justice' }]),
  one('bao', '宝力德', [{ role: 'supervisor', unit: 'dept:justice' }], bilingual),
  one('admin', '管平', [{ role: 'admin', unit: 'dept:justice' }]),
]

const heads: Person[] = [
  one('head-chenguang', '方正平', [{ role: 'organisation', unit: 'firm:chenguang' }]),
  one('head-caoyuan', '阿古达木', [{ role: 'organisation', unit: 'firm:caoyuan' }], bilingual),
  one('head-kulun', '吴法顺', [{ role: 'organisation', unit: 'office:kulun' }]),
]

const lawyer = (id: string, name: string, unit: string, card: Card, more: Partial<Person> = {}): Person =>
  one(id, name, [{ role: 'lawyer', unit }], { ...more, lawyer: card })

const lawyers: Person[] = [
  lawyer('li', '李昭', 'firm:chenguang', {
    licence: 'practising',
    since: '2012-06-01',
    subjects: ['labour', 'injury', 'criminal'],
    capacity: 8,
    towns: ['150524100', '150524201', '150524400'],
  }),
  lawyer('wang', '王明理', 'firm:chenguang', {
    licence: 'practising',
    since: '2018-09-01',
    subjects: ['labour', 'debt', 'other'],
    capacity: 6,
    towns: ['150524101', '150524202', '150524400'],
    advises: ['150524101200'],
  }),
  lawyer('gu', '顾念慈', 'firm:chenguang', {
    licence: 'practising',
    since: '2009-04-15',
    subjects: ['family', 'minors', 'criminal'],
    capacity: 5,
    towns: ['150524102', '150524202'],
  }),
  lawyer(
    'altan',
    '阿拉坦其其格',
    'firm:caoyuan',
    {
      licence: 'practising',
      since: '2015-03-01',
      subjects: ['land', 'family', 'criminal'],
      capacity: 6,
      towns: ['150524104', '150524200'],
    },
    bilingual,
  ),
  lawyer(
    'narenmandula',
    '那仁满都拉敖其尔巴特尔',
    'firm:caoyuan',
    {
      licence: 'practising',
      since: '2020-08-01',
      subjects: ['land', 'debt', 'administrative'],
      capacity: 4,
      towns: ['150524103', '150524104', '150524200'],
    },
    bilingual,
  ),
  lawyer('xu', '徐安', 'centre', {
    licence: 'legal-aid',
    since: '2010-01-01',
    subjects: ['criminal', 'minors', 'labour'],
    capacity: 10,
    towns: ['150524100', '150524101', '150524201'],
  }),
  lawyer(
    'suhe',
    '苏和',
    'centre',
    {
      licence: 'legal-aid',
      since: '2016-07-01',
      subjects: ['labour', 'injury', 'family'],
      capacity: 8,
      towns: ['150524104', '150524201'],
    },
    bilingual,
  ),
  lawyer(
    'gang',
    '钢巴图',
    'dept:justice',
    {
      licence: 'government',
      since: '2019-05-01',
      subjects: ['debt', 'other'],
      capacity: 2,
      towns: ['150524104', '150524200'],
    },
    bilingual,
  ),
  lawyer('he', '何广田', 'office:kulun', {
    licence: 'grassroots',
    since: '2005-10-01',
    subjects: ['land', 'family', 'debt'],
    capacity: 6,
    towns: ['150524102', '150524103'],
  }),
  lawyer(
    'wuyun',
    '乌云毕力格',
    'office:kulun',
    {
      licence: 'grassroots',
      since: '2011-11-11',
      subjects: ['land', 'labour', 'other'],
      capacity: 6,
      towns: ['150524202', '150524400'],
    },
    bilingual,
  ),
  lawyer('notary', '公羊信', 'dept:justice', {
    licence: 'notary',
    since: '2014-02-01',
    subjects: ['family', 'other'],
    capacity: 3,
  }),
  lawyer(
    'volunteer',
    '萨仁',
    'centre',
    { licence: 'volunteer', since: '2025-09-01', subjects: ['other'], capacity: 2 },
    bilingual,
  ),
]

/** Departments that people's reports go to, each with whoever handles them there. */
export const offices = [
  { code: 'transport', name: '交通运输局', person: '陆通' },
  { code: 'water', name: '水务局', person: '江润生' },
  { code: 'farming', name: '农牧局', person: '田丰年' },
  { code: 'forestry', name: '林业和草原局', person: '青格勒' },
  { code: 'housing', name: '住房和城乡建设局', person: '安广厦' },
  { code: 'city', name: '综合行政执法局', person: '齐整' },
  { code: 'civil', name: '民政局', person: '温如玉' },
  { code: 'health', name: '卫生健康委员会', person: '康宁' },
  { code: 'insurance', name: '医疗保障局', person: '宝音' },
  { code: 'market', name: '市场监督管理局', person: '衡准' },
  { code: 'environment', name: '生态环境分局', person: '蓝清' },
  { code: 'police', name: '公安局', person: '武安' },
  { code: 'power', name: '供电公司', person: '雷明亮' },
]
const officers: Person[] = offices.map(({ code, person }) =>
  one(`dept-${code}`, person, [{ role: 'department', unit: `dept:${code}` }]),
)

export const people = [...residents, ...villages, ...towns, ...bureau, ...heads, ...lawyers, ...officers]
