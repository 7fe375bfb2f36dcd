import type { AidCommand } from '@/domain/aid-types'
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

export const submitted: Act[] = [['2026-09-30 10:00', 'bao', submission()]]
export const asked: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', grant()]]
export const clear: Act[] = [...asked, ['2026-09-30 10:06', 'li', conflict(false)]]
export const inHand: Act[] = [...clear, ['2026-09-30 10:07', 'li', take]]
export const closing: Act[] = [...inHand, ['2026-10-20 10:00', 'li', close]]
export const closed: Act[] = [...closing, ['2026-10-21 10:00', 'gao', review(true)]]
export const withdrawn: Act[] = [...submitted, ['2026-09-30 10:05', 'bao', withdraw]]
export const searching: Act[] = [...submitted, ['2026-09-30 10:05', 'gao', grant(), []]]
