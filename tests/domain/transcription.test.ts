import { describe, expect, it } from 'vitest'
import { shutMatter } from '@/domain/erasure'
import type { Matter } from '@/domain/matters'
import type { Standing } from '@/domain/permission'
import { evolveTranscription, isUnwritten, transcribe, wordsOf, writtenOf } from '@/domain/transcription'

/** What she said is written down by somebody who may hear her. */

const now = '2026-10-14T09:00:00.000+08:00'
const spoken = (kind: Matter['kind'], more: object = {}) =>
  ({
    kind,
    stage: 'submitted',
    open: true,
    tell: ['person'],
    personal: { voice: 'f_1', text: '写的' },
    ...more,
  }) as Matter
const said = (matter: Matter, text: string, stands: Standing | undefined = 'centre') =>
  transcribe(matter, { type: 'Transcribe', text }, { now, actor: { id: 'gao', name: '高审查' }, stands })
const then = (matter: Matter, text: string): Matter => {
  const events = said(matter, text)
  if (!Array.isArray(events)) throw new Error(events.refused)
  return events.reduce(evolveTranscription, matter)
}

describe('writing down what she said', () => {
  it('keeps who wrote it when, and counts the corrections; the recording stays', () => {
    const first = then(spoken('aid'), '欠工钱')
    expect(writtenOf(first)).toEqual({ at: now, by: { id: 'gao', name: '高审查' }, nth: 1, text: '欠工钱' })
    const second = then(first, '欠三个月工钱')
    expect([writtenOf(second)?.nth, second.personal.voice]).toEqual([2, 'f_1'])
    expect([isUnwritten(spoken('aid')), isUnwritten(first)]).toEqual([true, false])
  })
  it('the same words again are nothing new', () => {
    expect(said(then(spoken('aid'), '欠工钱'), '欠工钱')).toEqual([])
  })
  it('is refused where there is nothing to hear, to whoever may not hear it, and once it was taken back', () => {
    const nothing = spoken('aid', { personal: { story: '写的' } })
    expect(said(nothing, '欠工钱')).toMatchObject({ refused: 'matter.nothing-to-transcribe' })
    for (const stands of [undefined, 'proposed', 'organisation', 'unsure-helper'] as const)
      expect(said(spoken('aid'), '欠工钱', stands ?? ('gone' as Standing))).toMatchObject({
        refused: 'matter.nothing-to-transcribe',
      })
    expect(said(spoken('aid', { stage: 'withdrawn' }), '欠工钱')).toMatchObject({ refused: 'matter.past-transcribing' })
  })
  it('of a report only who may know her hears it; of an hour that is booked also whoever helps', () => {
    expect(said(spoken('grievance'), '桥断了', 'handler')).toHaveLength(1)
    expect(said(spoken('grievance'), '桥断了', 'blind-handler')).toMatchObject({
      refused: 'matter.nothing-to-transcribe',
    })
    expect(said(spoken('grievance', { exOfficio: true }), '桥断了', 'command')).toMatchObject({
      refused: 'matter.nothing-to-transcribe',
    })
    expect(said(spoken('visit', { stage: 'booked' }), '问离婚', 'host')).toHaveLength(1)
  })
  it('stands with her own words where they are searched', () => {
    expect(wordsOf(then(spoken('grievance'), '桥断了').personal as never)).toBe('写的\n桥断了')
  })
  it('is forgotten with the recording when she has it forgotten', () => {
    const { personal } = shutMatter(then(spoken('visit'), '问离婚'), 'erased', now)
    expect([personal.voice, personal.transcription]).toEqual([undefined, undefined])
  })
})
