import type { AidCommand } from '@/domain/aid-commands'
import { type Act, submission } from '../given'

/** The commands of legal aid in short, and what happened up to each stage. */

export const grant = (lawyer?: string, why?: string): AidCommand => ({
  type: 'GrantAid',
  ...(lawyer && { lawyer }),
  ...(why && { why }),
})
export const conflict = (yes: boolean): AidCommand => ({ type: 'AnswerConflict', conflict: yes })
export const take: AidCommand = { type: 'TakeAid' }
export const close: AidCommand = { type: 'CloseAid', result: 'mediated', text: '要回来了', papers: [] }
export const review = (ok: boolean, why?: string): AidCommand => ({ type: 'ReviewClose', ok, ...(why && { why }) })
export const report = (text: string, change = true): AidCommand => ({ type: 'ReportProgress', text, change })
export const withdraw: AidCommand = { type: 'WithdrawAid', why: '和解了' }

export const list = (keys: string[] = ['id', 'contract'], why?: string): AidCommand => ({
  type: 'ListPapers',
  items: keys.map((key) => ({ key, text: `材料 ${key}` })),
  ...(why && { why }),
})
export const supply = (...keys: string[]): AidCommand => ({
  type: 'SupplyPapers',
  items: keys.map((key) => ({ key, files: [], text: '说清楚了' })),
})
export const deem: AidCommand = { type: 'DeemWithdrawn', call: '她说不办了' }
export const ring: AidCommand = { type: 'RevealNumber' }
export const note: AidCommand = { type: 'TakeNote', text: '电话里说清楚了' }
export const parties = (...names: string[]): AidCommand => ({
  type: 'ChangeParties',
  parties: names.map((name) => ({ role: 'opponent', name })),
})
export const rule = (ok: boolean): AidCommand => ({ type: 'RuleChange', ok, why: '核对过了' })
export const refusing: AidCommand = { type: 'RefuseAid', article: '31-5', why: '不是劳动争议' }
export const confirmRefusal = (ok: boolean, why?: string): AidCommand => ({
  type: 'ConfirmRefusal',
  ok,
  ...(why && { why }),
})
export const transfer: AidCommand = {
  type: 'TransferAid',
  to: { agency: '铁西区法律援助中心', person: '王主任', phone: '02400000000' },
  why: '工地在铁西区',
}
export const swap = (lawyer: string): AidCommand => ({ type: 'SwapLawyer', lawyer, why: '李律师生病' })
export const contact: AidCommand = { type: 'ReportContact', how: 'call' }
export const mandate: AidCommand = { type: 'ReportMandate' }
export const rate = (stars: number, text?: string): AidCommand => ({ type: 'RateAid', stars, ...(text && { text }) })
export const callBack = (reached: boolean, stars?: number): AidCommand => ({
  type: 'ReportCallBack',
  reached,
  ...(stars && { stars }),
})
export const rectified: AidCommand = { type: 'ReportRectified', text: '向她道了歉，补了材料' }
export const reassign = (id: string, name = '马审查'): AidCommand => ({
  type: 'Reassign',
  to: { id, name },
  why: '病了',
})

export const submitted: Act[] = [['2026-09-30 10:00', 'bao', submission()]]
export const asked: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', grant()]]
export const clear: Act[] = [...asked, ['2026-09-30 10:06', 'li', conflict(false)]]
export const inHand: Act[] = [...clear, ['2026-09-30 10:07', 'li', take]]
export const closing: Act[] = [...inHand, ['2026-10-20 10:00', 'li', close]]
export const closed: Act[] = [...closing, ['2026-10-21 10:00', 'gao', review(true)]]
export const withdrawn: Act[] = [...submitted, ['2026-09-30 10:05', 'bao', withdraw]]
export const owing: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', list()]]
export const unconfirmed: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', refusing]]
export const refused: Act[] = [...unconfirmed, ['2026-09-30 10:10', 'ma', confirmRefusal(true)]]
export const transferred: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', transfer]]
export const frozen: Act[] = [...inHand, ['2026-09-30 10:30', 'bao', parties('某公司'), undefined, { hit: true }]]
export const rated: Act[] = [...closed, ['2026-10-22 10:00', 'bao', rate(1, '没人管')]]
export const searching: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', grant(), []]]
