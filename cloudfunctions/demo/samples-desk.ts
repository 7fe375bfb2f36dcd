import { free, grant, rang, type Sample, signed, take } from './sample-steps'

/** What lies on the centre's desk beside new applications: papers owed, a refusal to confirm, a transfer, a complaint. */

/** Papers are owed: the clocks of the promise stand still. */
const owed: Sample = {
  label: 'inheritance',
  steps: [
    {
      as: 'liu',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '刘小禾', phone: '13900000003' },
        where: { place: '150524100243' },
        matter: 'inheritance',
        story: '父亲去世以后，家里的房子被大伯占着，不让我住也不让我卖。',
        route: 'promise',
        parties: [{ role: 'opponent', name: '大伯(演示)' }],
      },
    },
    {
      as: 'gao',
      action: 'aid.supplementList',
      input: {
        items: [
          { key: 'household', text: '户口页' },
          { key: 'death', text: '父亲的死亡证明' },
        ],
      },
    },
  ],
}

/** One clerk proposes to refuse, another confirms or gives it back. */
const unconfirmed: Sample = {
  label: 'company-debt',
  steps: [
    {
      as: 'qin',
      action: 'aid.submit',
      input: {
        for: 'self',
        source: 'counter',
        applicant: { name: '演示来人丙', phone: '13900000902' },
        where: { place: '150524100243' },
        matter: 'debt',
        story: '开商店时借给朋友货款，想请律师打官司要回来。',
        route: 'proof',
        parties: [{ role: 'opponent', name: '朋友(演示)' }],
      },
    },
    {
      as: 'gao',
      action: 'aid.refuse',
      input: { article: '31', why: '生意上的借款不在法律援助的范围里。已告诉本人可以找律师所或者打 12348 咨询。' },
    },
  ],
}

/** The son's wages belong where he worked: handed over with a name and a number, on the day. */
const elsewhere: Sample = {
  label: 'wages-elsewhere',
  steps: [
    {
      as: 'qin',
      action: 'aid.submit',
      began: 'PT20M',
      input: {
        for: 'ward',
        source: 'call',
        applicant: { name: '演示来电人丁', phone: '13900000903' },
        where: { place: '150524104200', elsewhere: '邻省一个市里的工地(演示)', body: '那边的劳动监察' },
        matter: 'wages',
        story: '儿子在外地工地干了四个月，工钱没给。',
      },
    },
    {
      as: 'gao',
      action: 'aid.transfer',
      input: {
        to: { agency: '工地所在市法律援助中心(演示)', person: '值班员', phone: '13900000904' },
        why: '工地在外地，那边的中心能办，已打过电话。',
      },
    },
  ],
}

/** Closed, and the person wasn't content: the centre has to speak with her and put it right. */
const discontent: Sample = {
  label: 'subsidy',
  steps: [
    {
      as: 'zhao',
      action: 'aid.submit',
      input: {
        for: 'self',
        applicant: { name: '赵满仓', phone: '13900000001' },
        where: { place: '150524101200' },
        matter: 'subsidy',
        story: '低保停了，没人说为什么停。',
        route: 'promise',
        groups: ['assistance'],
        parties: [],
      },
    },
    grant,
    free,
    take,
    rang('已通话，约好一起去民政窗口问。'),
    signed,
    { as: 'lawyer', action: 'aid.close', input: { result: 'advice', text: '问清了停发的原因，写好了复核申请。' } },
    { as: 'qin', action: 'aid.reviewClose', input: { ok: true } },
    { as: 'zhao', action: 'aid.rate', input: { stars: 2, text: '等得太久，中间没有人打电话。' } },
  ],
}

export const deskSamples: Sample[] = [owed, unconfirmed, elsewhere, discontent]
