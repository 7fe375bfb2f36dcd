import { describe, expect, it, vi } from 'vitest'
import { useDraft } from '@/client/draft'
import { useRegistration } from '@/client/register-draft'
import { problemsOf as wrongInRegistration } from '@/roles/forward/register/form'
import { problemsOf as wrongInApplication } from '@/roles/resident/apply/form'

vi.mock('@tarojs/taro', () => ({ default: { getStorageSync: () => '' } }))

/** Nobody enters what is against his own kin, and hears so beside the question, with or without a signal. */

const now = '2026-10-14T10:00:00.000+08:00'
const field = 'forwarded.opponentIsKin'
const said = (problems: { field: string; message: string }[]) =>
  problems.filter((each) => each.field === field).map(({ message }) => message)
const refused = expect.stringMatching(/不能由您代办.*司法所.*工作站/)

describe('the other side is kin of whoever enters it', () => {
  it.each(['question', 'grievance', 'visit'] as const)('a %s is held back beside that field, with who can', (kind) => {
    const of = (opponentIsKin: boolean | undefined) =>
      said(wrongInRegistration({ ...useRegistration.getState().draft, kind, opponentIsKin } as never, 'village', now))
    expect(of(true)).toEqual([refused])
    expect([of(false), of(undefined)]).toEqual([[], []])
  })

  it('a clerk who writes down a call says nothing of kin, and is not held back by an answer of before', () => {
    const draft = {
      ...useRegistration.getState().draft,
      kind: 'question',
      source: 'call',
      opponentIsKin: true,
    } as const
    expect(said(wrongInRegistration(draft, 'centre', now))).toEqual([])
  })

  it('an application is held back too; without another side nobody asks for kin', () => {
    const { draft } = useDraft.getState()
    const of = (opponentIsKin: boolean, names: string[]) =>
      said(
        wrongInApplication(
          {
            ...draft,
            helped: true,
            consent: { witness: '', opponentIsKin },
            parties: names.map((name) => ({ name, phone: '' })),
          },
          now,
        ),
      )
    expect(of(true, ['某公司'])).toEqual([refused])
    expect([of(false, ['某公司']), of(true, [])]).toEqual([[], []])
  })
})
