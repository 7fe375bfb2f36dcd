import type {
  Anonymity,
  DeclineReason,
  GrievanceStage,
  GrievanceType,
  Handling,
  HopHow,
  ResultType,
  SuspensionGround,
} from '@/domain/grievance-types'

/** What things are called in what people report, for staff and for whoever reported. */

export const grievanceStageTexts: Record<GrievanceStage, string> = {
  submitted: '待受理',
  incomplete: '退回补正',
  accepted: '已受理',
  dispatched: '已派单',
  returned: '退单待裁定',
  'passed-up': '上报待接',
  'in-hand': '办理中',
  'extension-asked': '延期待批',
  suspended: '挂起',
  resolved: '待审核',
  checked: '待回访',
  closed: '已办结',
  reopened: '重新办理',
  archived: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  'handed-over': '已移送',
}

/** The same to whoever reported it: what happens, not whose turn it is inside. */
export const ownStageTexts: Partial<Record<GrievanceStage, string>> = {
  submitted: '送到了，等着受理',
  incomplete: '请您再补一点',
  dispatched: '已交给单位办',
  returned: '在定由谁办',
  'passed-up': '已报到上一级',
  'extension-asked': '办理中，单位申请多用几天',
  suspended: '暂停，等外面的结果',
  resolved: '有结果了，在核对',
  checked: '有结果了，会给您打电话',
  declined: '不归这里办，请看该找哪里',
}
/** She took it back, and for everybody's safety it goes on without her. */
export const exOfficioText = '您已撤回，单位继续处理'

export const typeTexts: Record<GrievanceType, string> = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
}
export const handlingTexts: Record<Handling, string> = { consult: '咨询类', quick: '即办类', escalate: '代办类' }
export const anonymityTexts: Record<Anonymity, string> = {
  none: '办事的人可以知道',
  public: '办事的人可以知道，不对外公开',
  handler: '村里和办事的人都不知道',
  full: '谁也不知道，凭查询码查结果',
}
export const resultTexts: Record<ResultType, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  explained: '说明了情况',
  unsolvable: '没能解决',
}
export const declineTexts: Record<DeclineReason, string> = {
  litigation: '应当走诉讼、仲裁或复议',
  discipline: '属于纪检监察受理',
  petition: '信访正在办理',
  secret: '涉及国家秘密、商业秘密或个人隐私',
  concluded: '已经依法办结，没有新情况',
  emergency: '紧急情况，应当马上打电话',
  other: '其他不归这里办的',
}
export const groundTexts: Record<SuspensionGround, string> = {
  'third-party': '等第三方的结果',
  reporter: '等反映人答复',
}
export const howTexts: Record<HopHow, string> = {
  dispatched: '派单',
  'passed-up': '上报',
  'sent-down': '下派',
  kept: '裁定由它办',
  moved: '裁定改派',
  forced: '首接负责',
}
export const upperText = '上级热线交办'
export const bannerText = '旗里'
export const photoText = (n: number): string => `照片 ${n}`
export const resultPhotoText = (n: number): string => `办理后的照片 ${n}`
export const evidenceText = (n: number): string => `暂停的依据 ${n}`
export const voicePaper = '说的话'
export const consentPaper = '本人同意的录音或签名'
/** What she filled in wasn't told to the unit: why a field is empty. */
export const shareText = (at: string): string => `本级最迟 ${at}`
