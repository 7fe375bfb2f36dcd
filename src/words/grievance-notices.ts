import { dayOf, type Instant, timeOf } from '@/domain/time'
import { topicText } from './aid'
import { clockTitle } from './clock'
import { dayText } from './time'

type Params = Record<string, string>

/** Whose report it is, to whoever reads. */
const her = ({ reader }: Params): string => (reader === 'helper' ? '您帮忙的人' : reader === 'kin' ? '您亲属' : '您')

/** A letter may be read tomorrow: it says the day; midnight is the end of the day before. */
const moment = (at?: Instant): string => (at ? `${dayText(dayOf(at))} ${timeOf(at).replace(/^0/, '')}` : '说好的时间')

/** 「甲镇 东嘎查，道路」; what is told in secrecy says neither where nor what. */
const about = ({ secret, place, topic = '' }: Params): string =>
  secret ? '要保密的一件' : [place, topicText(topic)].filter(Boolean).join('，')
const org = (p: Params): string => (p.org ? `${p.org}` : '承办单位')
const phone = (p: Params): string => (p.phone ? `，电话 ${p.phone}` : '')
/** Which clock a paper hangs on. */
const what = (p: Params): string => clockTitle(p.clock ?? '')
const copy = (p: Params): string => (p.copy ? '（抄送您）' : '')

/** What reports tell. Nobody who reported is named: a message may be read over a shoulder. */
export const grievanceTemplates: Record<string, (p: Params) => string> = {
  // To her, her helper, her kin.
  'grievance.received': (p) => `${her(p)}反映的问题收到了，正在核对该谁管。15\u00a0分钟内有人受理。`,
  'grievance.accepted': (p) => `${p.by}受理了${her(p)}反映的问题。`,
  'grievance.incomplete': (p) => `${her(p)}反映的问题还差一点，${p.by}请补一下。点开看看差什么。`,
  'grievance.declined': (p) =>
    `${her(p)}反映的问题不归这里管，请找${p.channel || '该管的单位'}${p.person ? `，找${p.person}` : ''}${phone(p)}。材料和记录都留着。`,
  'grievance.handed-over': (p) => `${her(p)}反映的问题移送给了${p.channel || '该管的单位'}，有移送记录。`,
  'grievance.dispatched': (p) => `${her(p)}反映的问题交给${org(p)}办，找${p.by}。`,
  'grievance.passed-up': (p) => `${her(p)}反映的问题报到上一级了，现在由${p.by}负责。`,
  'grievance.extended': (p) => `${her(p)}反映的问题要多用些时间，新的期限是 ${moment(p.at)}。原因点开看看。`,
  'grievance.waits-for-you': (p) => `${p.by}在等${her(p)}答复，最晚等到 ${moment(p.at)}，等的时间不算。点开看看。`,
  'grievance.suspended': (p) => `${her(p)}反映的问题要等外面的结果，最晚 ${moment(p.at)} 接着办。`,
  'grievance.responded': (p) => `${p.by}回应了${her(p)}反映的问题，点开看看。`,
  'grievance.result': (p) => `${her(p)}反映的问题有结果了，点开看看。会有另一个单位的人打电话，听${her(p)}怎么说。`,
  'grievance.tried': (p) => `${p.by}给${her(p)}打过电话，没有打通，会换个时间再打${phone(p)}。`,
  'grievance.unreached': (p) => `三次在不同时间给${her(p)}打电话都没打通，先办结。不满意，随时可以说。`,
  'grievance.closed': (p) => `${her(p)}反映的问题办结了。办得怎么样，点开评一评。`,
  'grievance.rectified': () => '您说不满意的地方，整改完了。点开看看。',
  'grievance.confirm-by': (p) =>
    `调解协议${p.at ? `最晚 ${moment(p.at)} 前` : ''}可以双方一起去法院申请司法确认，确认后可以申请强制执行。不申请，协议也有效。`,
  'grievance.objection-refused': () => '您提的异议看过了，维持原来的结果。理由点开看看。',
  'grievance.reopened': (p) => `${her(p)}反映的问题重新办理，时限重新算，现在由${p.by}负责。`,
  'grievance.ex-officio': () => '您撤回了。这件事关系到大家的安全，有关部门会继续处理，不再显示您的名字和电话。',
  // To the command seat.
  'grievance.to-accept': (p) => `有人反映问题（${about(p)}），请 15\u00a0分钟内受理。`,
  'grievance.completed': (p) => `退回补正的问题补来了（${about(p)}），请 15\u00a0分钟内受理。`,
  'grievance.to-rule': (p) => `一件退单等您裁定（${about(p)}）。`,
  'grievance.to-dispatch': (p) => `一件问题报到旗里（${about(p)}），请您派单。`,
  'grievance.to-extend': (p) => `一件延期申请等您批（${about(p)}）。`,
  'grievance.to-check': (p) => `一件办理结果等审核（${about(p)}），不能由办的人自己审。`,
  'grievance.to-call': (p) => `一件问题等回访（${about(p)}），请打电话给反映的人。`,
  'grievance.to-begin-again': (p) => `一件问题重新办理（${about(p)}），请您派单。`,
  // To units.
  'grievance.yours': (p) => `派给您单位一件反映的问题（${about(p)}），请签收。签不签收，时限都在走。`,
  'grievance.help': (p) => `请您单位协办一件反映的问题（${about(p)}），办好后答复主办单位${p.org ? `${p.org}` : ''}。`,
  'grievance.kept': (p) => `退单裁定了（${about(p)}）：还由您单位办。`,
  'grievance.forced': (p) => `退单裁定了（${about(p)}）：首接负责，由您单位办到底，不能再退。`,
  'grievance.gone': (p) => `一件反映的问题（${about(p)}）移送走了，您单位不用再办。`,
  'grievance.reclassified': (p) => `一件反映的问题（${about(p)}）改了办理类别，时限跟着变，请看看。`,
  'grievance.extension-given': (p) => `申请的延期批了（${about(p)}）。`,
  'grievance.extension-refused': (p) => `申请的延期没有批（${about(p)}），还按原来的时限。`,
  'grievance.resumed': (p) => `挂起结束了（${about(p)}），时限接着走。`,
  'grievance.co-answered': (p) => `协办单位${p.org ? `${p.org}` : ''}答复了（${about(p)}）。`,
  'grievance.check-failed': (p) => `办理结果没有通过审核（${about(p)}），请接着办。时限一直在走。`,
  'grievance.bad-rating': (p) =>
    `一件反映的问题（${about(p)}）本人不满意，${p.hidden ? '指挥中心会联系本人，请您单位' : '请 1\u00a0个工作日内联系，'} 15\u00a0个工作日内整改好。`,
  'grievance.withdrawn': (p) => `反映的人撤回了（${about(p)}），不用再办。`,
  'grievance.yours-now': (p) => `一件反映的问题（${about(p)}）从现在起由您负责。`,
  // To a supervisor.
  'grievance.objected': (p) => `一件反映的问题（${about(p)}），本人对结果有异议，请您裁定。`,
  'grievance.to-sign': (p) => `一份督办单等您签（${about(p)}）：${what(p)}，催办以后还没有动。`,
  'grievance.to-sign-twice': (p) => `一份移交函等两个人签（${about(p)}）：${what(p)}，督办的期限也过了。`,
  // The papers themselves.
  'grievance.remind': (p) => `提醒单：${what(p)}快到期了（${about(p)}）。请签收。`,
  'grievance.urge': (p) => `催办单${copy(p)}：${what(p)}已经超期（${about(p)}），请马上办，并签收、答复。`,
  'grievance.supervise': (p) =>
    `督办单${copy(p)}：${what(p)}（${about(p)}），请在 ${moment(p.at)} 前办完，并签收、答复。`,
  'grievance.transfer': (p) => `移交函${copy(p)}：${what(p)}（${about(p)}），已移交调查问责。请签收、答复。`,
  'grievance.paper-replied': (p) => `您签的单子有答复了（${about(p)}），点开看看。`,
  'grievance.paper-cancelled': (p) => `一份单子撤销了（${about(p)}）：${what(p)}。`,
}
