import { free, grant, knows, rang, report, type Sample, signed, take } from './sample-steps'
import { deskSamples } from './samples-desk'
import { questionSamples } from './samples-questions'

/** In hand, with reports: what a month of a wage claim looks like. */
const wages: Sample = {
  label: 'wages',
  steps: [
    {
      as: 'zhao',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '赵满仓', phone: '13900000001' },
        where: { place: '150524101200', body: '劳动人事争议仲裁委员会' },
        matter: 'wages',
        story: '在工地干了五个月,包工头欠我和两个老乡工资一共三万六千元,一直说年底给,现在电话也不接了。',
        route: 'promise',
        groups: ['migrant-wage'],
        parties: [{ role: 'opponent', name: '演示建筑劳务有限公司' }],
      },
    },
    grant,
    free,
    take,
    rang('已与本人通话,约好带工资条和考勤照片来所里。'),
    signed,
    report('已整理考勤和转账记录,劳动仲裁申请书今天递交。'),
    { as: 'lawyer', action: 'aid.report', input: { change: false } },
  ],
}

/** Waiting for the centre, forwarded by the village secretary for somebody without a smartphone. */
const pasture: Sample = {
  label: 'pasture',
  steps: [
    {
      as: 'secretary-elesun',
      action: 'aid.submit',
      input: {
        for: 'other',
        applicant: { name: '额尔德尼其木格那仁格日勒', phone: '13900000005', birth: '1948-02-09', language: 'mn' },
        where: { place: '150524104200' },
        matter: 'pasture',
        story: '老人的草场被邻户围栏占了一块,调解过两次没有结果,想请懂蒙古语的律师帮着打官司。',
        route: 'promise',
        groups: ['no-income-elder'],
        parties: [{ role: 'opponent', name: '邻户(演示)' }],
        forwarded: { consent: { kind: 'witness', name: '斯琴高娃' }, tell: ['person', 'helper'] },
      },
    },
  ],
}

/** Assigned: the lawyer has still to say that nothing binds him to the other side. */
const injury: Sample = {
  label: 'injury',
  steps: [
    {
      as: 'liu',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '刘小禾', phone: '13900000003' },
        where: { place: '150524100243', body: '人力资源和社会保障局' },
        matter: 'work-injury',
        story: '在加工厂上班时右手被机器压伤,厂里只付了医药费,不肯申报工伤。',
        route: 'proof',
        income: '每月约两千元,家里三口人',
        parties: [{ role: 'opponent', name: '演示粮油加工厂' }],
      },
    },
    grant,
  ],
}

/** Closing: the result is in, the centre has yet to check it. */
const support: Sample = {
  label: 'support',
  steps: [
    {
      as: 'sun',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '孙秀兰', phone: '13900000002', birth: '1951-07-02' },
        where: { place: '150524202200' },
        matter: 'support',
        story: '老伴去世以后三个儿子都不给生活费,地也让他们种着,我一个人没有收入。',
        route: 'promise',
        groups: ['no-income-elder'],
        parties: [{ role: 'opponent', name: '长子(演示)' }],
      },
    },
    grant,
    free,
    take,
    rang('已上门了解情况,老人愿意先调解。'),
    signed,
    report('三个儿子都到司法所参加了调解,谈到每月给多少钱。'),
    {
      as: 'lawyer',
      action: 'aid.close',
      input: { result: 'mediated', text: '三人每人每月给付赡养费四百元,自下月一日起,已签调解协议。' },
    },
  ],
}

/** Closed, and checked by the centre. */
const violence: Sample = {
  label: 'violence',
  steps: [
    {
      as: 'qiqige',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '其其格', phone: '13900000004', language: 'mn' },
        where: { place: '150524200201' },
        matter: 'violence',
        story: '丈夫喝酒以后多次动手,派出所出过警,想申请人身安全保护令。',
        route: 'promise',
        parties: [{ role: 'opponent', name: '丈夫(演示)' }],
      },
    },
    grant,
    free,
    take,
    rang('已通话并确认本人现在住在亲属家,安全。'),
    signed,
    {
      as: 'lawyer',
      action: 'aid.close',
      input: { result: 'judgment', text: '法院作出人身安全保护令,已送达派出所和嘎查委员会。' },
    },
    { as: 'qin', action: 'aid.reviewClose', input: { ok: true } },
  ],
}

const withdrawn: Sample = {
  label: 'debt',
  steps: [
    {
      as: 'zhao',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '赵满仓', phone: '13900000001' },
        where: { place: '150524101200' },
        matter: 'debt',
        story: '借给亲戚八千元买种子,到期没还。',
        route: 'promise',
        parties: [{ role: 'opponent', name: '亲戚(演示)' }],
      },
    },
    { as: 'zhao', action: 'aid.withdraw', input: { why: '亲戚已经把钱还上了' } },
  ],
}

/** Three lawyers speak Mongolian and may take a criminal case, and each knows the other side: a small county. */
const escalated: Sample = {
  label: 'criminal',
  steps: [
    {
      as: 'town-elesun',
      action: 'aid.submit',
      input: {
        for: 'other',
        applicant: { name: '演示申请人甲', phone: '13900000900', language: 'mn' },
        where: { place: '150524104201', body: '旗人民法院' },
        matter: 'criminal',
        story: '因邻里纠纷致人轻伤被起诉,家里没有钱请律师,只会讲蒙古语。',
        route: 'promise',
        parties: [{ role: 'opponent', name: '被害人(演示)' }],
        forwarded: { consent: { kind: 'witness', name: '包音套格套' }, tell: ['person', 'helper'] },
      },
    },
    grant,
    knows('被害人是我的亲属'),
    knows('我所正在代理被害人的另一起案件'),
    knows('我担任被害人所在合作社的法律顾问'),
  ],
}

/** Registered the day after by the clerk who took the call: its clock ran from the call, so it is late already. */
const call: Sample = {
  label: 'traffic',
  steps: [
    {
      as: 'qin',
      action: 'aid.submit',
      began: 'PT26H',
      input: {
        for: 'self',
        applicant: { name: '演示来电人乙', phone: '13900000901' },
        where: { place: '150524103200', body: '交警大队' },
        matter: 'traffic',
        story: '骑电动车被货车刮倒,左腿骨折,对方保险公司只肯赔医药费。',
        route: 'proof',
        parties: [{ role: 'opponent', name: '演示货运有限公司' }],
      },
    },
  ],
}

export const samples: Sample[] = [
  wages,
  pasture,
  injury,
  support,
  violence,
  withdrawn,
  escalated,
  call,
  ...deskSamples,
  ...questionSamples,
]
