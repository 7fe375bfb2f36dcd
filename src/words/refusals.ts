import { whyText } from './problems'
import { rotaRefusal } from './rota-refusals'
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
  'file.not-ready': '正在检查，一两分钟后再看。',
  'file.refused': '这份材料打不开，要再交一份。',
  'file.by-form': '这里的文件要用表单上传。请更新到最新版再试。',
  'person.not-found': '没找到这个人。',
  'invite.unknown': '没有这个邀请码，请对照纸上再输一遍。',
  'invite.used': '这个邀请码已经用过了。如果不是您用的，请马上告诉管理员。',
  'invite.expired': '这个邀请码过期了，邀请码七天内有效。请找管理员再要一个。',
  'invite.replaced': '这个邀请码作废了：后来又给您发过新的，或者已经停用。请用最新的那个，或问管理员。',
  'invite.needs-wechat': '请在微信小程序里输邀请码。用电脑的，请在「工作人员登录」里设登录名和密码。',
  'invite.own-matter':
    '这个微信上有您自己还没办完的申请，绑定以后就看不到它了。请等办完再绑，或者换一个微信，或者在电脑上设登录名。',
  'invite.known-account': '这个微信已经登记在名单里，不用邀请码。',
  'unit.not-found': '没找到这个地方。',
  'calendar.not-found': '没有这个日历，地址可能已经换过了。请在「值班」页重新取一个。',
  'calendar.not-here': '这里还不能订阅日历。请在「值班」页看自己的班。',
  'draft.not-found': '没找到这份排班草稿。',
  'layer.not-found': '没有这一段轮值，或者它不归您管。',
  'note.not-found': '没找到这条交班留言。',
  'override.not-found': '没找到这次调班，或者它不归您管。',
  'publication.not-found': '没找到这次发布。',
  'rota.already-there': '这个人那段时间已经在这个班位上。',
  'rota.draft-published': '这份草稿已经发布了，要改请用「调班」。',
  'rota.ends-before-it-starts': '结束比开始还早，请改时间。',
  'rota.full': '这个月的值班记录太多了，存不下。请告诉管理员。',
  'rota.in-the-past': '这段时间已经过去了，请改成还没到的时间。',
  'rota.layer-empty': '还没有选人。至少要有一个人轮。',
  'rota.not-publishable': '还有空岗或者不合规定的地方，不能发布。请先改好，或者写明理由发布。',
  'rota.not-there': '这个人那段时间不在这个班位上。请刷新看看。',
  'rota.not-yours': '这个班不是您的，只能换自己的班。',
  'rota.on-leave': '这个人那段时间请假了，请另找人。',
  'rota.outside': '有的班次超出了节日的时间，请改一下。',
  'rota.outside-draft': '这段时间不在草稿里。',
  'rota.own-note': '这是您自己写的留言，要由接班的人看。',
  'rota.person-twice': '同一个人同一时间排了两次。',
  'rota.swap-answered': '这次换班已经回答过了。',
  'rota.swap-not-asked': '这次换班问的是别人，要由他回答。',
  'rota.swap-open': '这个班已经在问别人换了，等他回答，或者另选一个班。',
  'rota.swap-self': '不能和自己换班。',
  'rota.too-long': '时间太长了，请分几次。',
  'rota.two-seats': '这个人那段时间已经在另一个班位上。',
  'rota.which-seat': '请选是哪个班位。',
  'rota.whom-to-relieve': '这个班位现在有几个人，请选接谁的班。',
  'swap.not-found': '没找到这次换班，或者它不归您看。',
  'seat.not-found': '没有这个班位。',
  'matter.changed': '别人先办了这一步，请刷新看看。',
  'matter.busy': '同时办的人太多，没存上。请再点一次。',
  'version.newer': '系统正在升级，这件事要过几分钟才能打开或者存上。填的内容还在，请稍后再试。',
  'request.reused': '这次提交和上一次的编号相同、内容不同。请刷新后重新提交。',
  'throttle.wait': '试得太多了，请等一会儿再试。',
  'throttle.files': '这一小时传的材料太多了，请过一会儿再传。已经传好的都还在。',
  'county.nobody-on-duty': '还没有设置值班的人，申请送不到人手里。请管理员先排好班。',
  'aid.not-yours-to-withdraw': '这是本人自己交的申请，只能由本人撤回。',
  'aid.own-application': '这是您自己的申请，要由别的人来决定。',
  'aid.already-submitted': '这份申请已经交过了。',
  'aid.not-awaiting-review': '这件申请现在不在待审查，不能再作决定。',
  'aid.lawyer-excluded': '这位律师不能派：有规则把他排除在外。',
  'aid.second-list':
    '材料只能一次要全（法律援助法第四十三条）。可以打电话问清楚，那样不停时限；确实要再要一次，请督查写明理由来要。',
  'aid.nothing-owed': '这件事现在没有欠材料。',
  'aid.paper-not-listed': '有一样不在要补的材料里，请刷新看看。',
  'aid.supplement-not-over': '补材料的时间还没到，不能按撤回处理。',
  'aid.ring-first': '请先打电话问本人，再决定。打电话请用页面上的按钮，会记下来。',
  'aid.too-much-evidence': '材料太多了，请减少一些。',
  'aid.contradiction': '填的日子前后对不上，请看一下。',
  'aid.too-many-words': '写得太多或者照片太多了：一样最多 9 张照片，加起来最多写 3000 字。',
  'aid.try-later': '刚打过。过一小时，换个时间再打。',
  'aid.against-your-own':
    '这件事的另一方是您自己，或者您所在的嘎查、村，不能由您代办。请让本人自己申请，或者打 12348。',
  'matter.full': '这件事写的内容太多了，请写短一些再存。',
  'aid.party-is-applicant': '对方里有申请人自己，请看一下。',
  'aid.no-second-person': '现在没有第二个人可以复核，请联系管理员。',
  'aid.second-person': '不予援助要由另一个人来复核。',
  'aid.no-refusal-to-confirm': '这件事现在没有要复核的决定。',
  'aid.not-waiting-for-a-lawyer': '这件事现在不用找律师。',
  'aid.nobody-fits': '现在没有合适的律师，系统会一直再找。',
  'aid.no-change-asked': '这件事现在没有要定的换律师。',
  'aid.frozen': '当事人有变化，中心正在核对利害关系，请等一等。',
  'aid.lawyer-elsewhere': '只能换成本机构的律师。要换别的机构，请联系中心。',
  'aid.nothing-to-rectify': '这件事现在没有要整改的。',
  'aid.speak-first': '请先联系本人，再写整改结果。',
  'aid.not-closed-yet': '事情办结以后才能评价。',
  'aid.not-yours-to-rate': '评价要由本人来做。',
  'aid.already-rated': '您已经评价过了。',
  'aid.no-call-back': '这件事不用回访。',
  'aid.another-calls-back': '回访要由另一个人来做，不能是审查结案的人。',
  'aid.rating-missing': '请选本人说的评价。',
  'aid.with-the-lawyer': '现在由律师负责，要换律师请走换律师的办法。',
  'slip.not-registered': '这张卡还没有登记。请打 12348，或者到村里、司法所，念这个码登记。',
  'aid.lawyer-unknown': '没找到这位律师，请从名单里选。',
  'aid.why-missing': '请写一句理由。',
  'aid.not-assigned': '这件事现在没有派在您手上。',
  'aid.conflict-unanswered': '请先看对方是谁，回答有没有利害关系。',
  'aid.conflict-answered': '您已经答过没有利害关系。办理中发现有，请联系中心更换。',
  'aid.not-in-hand': '这件事还没接手或者已经结了，不能报。',
  'aid.report-empty': '有变化就请写一句，没有变化请点「无变化」。',
  'aid.already-closed': '这件事已经结了。',
  'aid.not-closing': '这件事不在结案审查。',
  'question.against-your-own': '问的是本村干部的事，不能由村里转。请她自己问，或者打 12348。',
  'question.already-asked': '这个问题已经问过了。',
  'question.already-closed': '这个问题已经结束了。还想问，可以再问一次。',
  'question.already-said': '您已经说过有没有帮上忙了。',
  'question.carried-on': '这个问题已经接着办了，请看那一件。',
  'question.conflict': '您有利害关系，不能接这个问题。会有别的人接。',
  'question.hire-declared': '已经申报过了。',
  'question.language': '这个问题要会说蒙古语的人接。',
  'question.licence': '您的执业类别不能答这一类问题。',
  'question.not-answered': '还没有答复，先不用说有没有帮上忙。',
  'question.not-found': '没找到这个问题，或者它不归您看。',
  'question.not-offered': '没有请您接这个问题。',
  'question.not-on-duty': '您现在不在值班，也没有请您接这个问题。',
  'question.not-routed': '这个问题现在没有约电话。',
  'question.not-taken': '还没有人接这个问题，请先点「接」。',
  'question.not-yours': '这个问题不归您，不能办这一步。',
  'question.own-question': '这是您自己问的，或者您帮人问的，要由别的人来答。',
  'question.summary-missing': '请写一句说了什么，至少两个字。',
  'question.too-early': '这个时间已经过了，请换一个。',
  'question.too-late': '约得太晚了，请约早一点，或者由问的人自己选时间。',
  'question.too-many-files': '这个问题里的照片和语音太多了。请直接打电话。',
  'question.withdrawn': '问问题的人已经撤回了，不用再管。',
}

/** The Chinese sentence for a refusal; with the winner's name and time where somebody was first. */
export function sentence(code: string, detail?: Record<string, unknown>, now?: string): string {
  const { by, at, seconds } = detail ?? {}
  if (code === 'matter.changed' && typeof by === 'string' && typeof at === 'string')
    return `${by} 在 ${momentText(at, now ?? at)} 已经先办了这一步，请刷新看看。`
  if (code === 'question.too-late' && typeof detail?.until === 'string')
    return `约得太晚了，最晚 ${momentText(detail.until, now ?? detail.until)}。要再晚，由问的人自己选时间。`
  if (code === 'throttle.wait' && typeof seconds === 'number') return `试得太多了，请等 ${waitText(seconds)}再试。`
  if (code === 'throttle.files' && typeof seconds === 'number')
    return `这一小时传的材料太多了，请过 ${Math.ceil(seconds / 60)}\u00a0分钟再传。已经传好的都还在。`
  if (code === 'file.refused' && detail) return `这份材料没有收下：${whyText(String(detail.code))}。`
  const rota = rotaRefusal(code, detail, now)
  if (rota) return rota
  return sentences[code] ?? '这一步现在办不了，请刷新再试。'
}
// Nobody counts off 3,591 seconds.
const waitText = (seconds: number) => (seconds > 120 ? `${Math.ceil(seconds / 60)}\u00a0分钟` : `${seconds}\u00a0秒`)

export const refusalCodes = Object.keys(sentences)
