import { momentText } from './time'

/** Every refusal by its stable code: why, and what to do instead. */
const sentences: Record<string, string> = {
  'session.missing': '请先登录，再来办这件事。',
  'session.expired': '登录过期了，请重新登录。填的内容还在。',
  'permission.role': '您现在的身份不能办这一步。可以换个身份，或请对应的人来办。',
  'action.not-found': '没有这个功能，请更新到最新版再试。',
  'matter.not-found': '没找到这件事。请核对查询码或编号；也可能它不归您看。',
  'matter.no-number': '申请人没有留电话。可以问帮他办的人，或者上门。',
  'aid.not-found': '没找到这件法律援助申请，或者它不归您看。',
  'file.not-found': '没找到这个文件，或者它不归您看。',
  'unit.not-found': '没找到这个地方。',
  'seat.not-found': '没有这个班位。',
  'matter.changed': '别人先办了这一步，请刷新看看。',
  'matter.busy': '同时办的人太多，没存上。请再点一次。',
  'request.reused': '这次提交和上一次的编号相同、内容不同。请刷新后重新提交。',
  'throttle.wait': '试得太多了，请等一会儿再试。',
  'county.nobody-on-duty': '还没有设置值班的人，申请送不到人手里。请管理员先排好班。',
  'aid.not-yours-to-withdraw': '这是本人自己交的申请，只能由本人撤回。',
  'aid.own-application': '这是您自己的申请，要由别的人来决定。',
  'aid.already-submitted': '这份申请已经交过了。',
  'aid.not-awaiting-review': '这件申请现在不在待审查，不能再作决定。',
  'aid.lawyer-excluded': '这位律师不能派：有规则把他排除在外。',
  'aid.lawyer-unknown': '没找到这位律师，请从名单里选。',
  'aid.why-missing': '请写一句理由。',
  'aid.not-assigned': '这件事现在没有派在您手上。',
  'aid.conflict-unanswered': '请先看对方是谁，回答有没有利害关系。',
  'aid.conflict-answered': '您已经答过没有利害关系。办理中发现有，请联系中心更换。',
  'aid.not-in-hand': '这件事还没接手或者已经结了，不能报。',
  'aid.report-empty': '有变化就请写一句，没有变化请点「无变化」。',
  'aid.already-closed': '这件事已经结了。',
  'aid.not-closing': '这件事不在结案审查。',
}

/** The Chinese sentence for a refusal; with the winner's name and time where somebody was first. */
export function sentence(code: string, detail?: Record<string, unknown>, now?: string): string {
  const { by, at, seconds } = detail ?? {}
  if (code === 'matter.changed' && typeof by === 'string' && typeof at === 'string')
    return `${by} 在 ${momentText(at, now ?? at)} 已经先办了这一步，请刷新看看。`
  if (code === 'throttle.wait' && typeof seconds === 'number') return `试得太多了，请等 ${seconds}\u00a0秒再试。`
  return sentences[code] ?? '这一步现在办不了，请刷新再试。'
}
export const refusalCodes = Object.keys(sentences)
