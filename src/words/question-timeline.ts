import { timeOf } from '@/domain/time'

type Event = { type: string } & Record<string, unknown>
type Named = { name?: string } | undefined
const name = (value: unknown): string => (value as Named)?.name ?? ''
const hour = (at: unknown): string => timeOf(String(at)).replace(/^0/, '')

const waveTexts = ['值班律师', '附近的律师', '全旗值班的人', '法律援助中心']
const steps: Record<string, string> = { aid: '法律援助', visit: '约见', grievance: '反映问题' }

/** The history of a question in words; whoever was asked and couldn't isn't named. */
export const questionLines: Record<string, (event: Event) => string> = {
  QuestionAsked: (e) => (e.callFrom ? '打电话问律师，从接起电话开始计时' : '问了律师'),
  WaveBegun: begun,
  SupervisorAlarmed: (e) =>
    e.what === 'callback' ? '说好的电话没打到，已经告诉负责人' : '快到八分钟还没人接，已经告诉负责人',
  QuestionTaken: (e) => `${name(e.by)} 接了`,
  QuestionPassed: () => '问到的人这会儿接不了，接着问',
  QuestionAnswered: (e) => `${name(e.by)} 答复了${e.next ? `，接着办${steps[String(e.next)] ?? ''}` : ''}`,
  QuestionRouted: (e) => `约好 ${name(e.to)} ${hour(e.callBackAt)} 前打电话${e.nobody ? '，八分钟里没有人接上' : ''}`,
  CallBackTried: (e) =>
    e.reached ? `${name(e.by)} 打通了电话` : `${name(e.by)} 打过电话，没打通（第 ${e.nth}\u00a0次）`,
  QuestionHelped: (e) => (e.yes ? '问的人说帮到了' : '问的人说没帮到'),
  HireDeclared: (e) => `${name(e.by)} 申报：问的人想自己花钱请他`,
  CarriedOn: () => '接着办成了另一件事',
  QuestionClosed: (e) => (e.why === 'unreached' ? '打了三次没打通，先到这里' : '答复以后没有再问，结束了'),
  QuestionWithdrawn: () => '不问了',
}

function begun({ wave, offers }: Event): string {
  const asked = Array.isArray(offers) ? offers.length : 0
  const whom = waveTexts[Number(wave)] ?? ''
  return asked > 0 ? `正在问${whom}，${asked}\u00a0位` : `${whom}这会儿没有合适的人，马上问下一批`
}
