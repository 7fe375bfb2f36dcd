import { describe, expect, it } from 'vitest'
import { type ConsentEntry, consentsFor, consentsNow, consentVersions, hasGiven, isUnder14 } from '@/domain/consent'
import { t } from './clock-given'

const said = (more: Partial<ConsentEntry> = {}): ConsentEntry => ({
  what: 'place',
  version: consentVersions.place,
  at: t('2026-10-01 09:00'),
  how: 'form',
  yes: true,
  ...more,
})
const place = (entries: ConsentEntry[]) => consentsNow(entries).find(({ what }) => what === 'place')

describe('a consent', () => {
  it('stands from the yes until it is taken back, and both dates are kept', () => {
    expect(place([])).toEqual({ what: 'place', version: consentVersions.place, given: false })
    expect(place([said()])).toMatchObject({ given: true, givenAt: t('2026-10-01 09:00') })
    const back = said({ yes: false, at: t('2026-10-02 09:00') })
    expect(place([said(), back])).toMatchObject({
      given: false,
      givenAt: t('2026-10-01 09:00'),
      withdrawnAt: t('2026-10-02 09:00'),
    })
  })
  it('given again after it was taken back stands again, and is no longer called withdrawn', () => {
    const log = [said(), said({ yes: false }), said({ at: t('2026-10-03 09:00') })]
    expect(place(log)).toMatchObject({ given: true, givenAt: t('2026-10-03 09:00') })
    expect(place(log)).not.toHaveProperty('withdrawnAt')
  })
  it('to an older text asks again, and says which text that was', () => {
    expect(place([said({ version: '2020-01-01' })])).toMatchObject({ given: false, olderVersion: '2020-01-01' })
    expect(hasGiven([said({ version: '2020-01-01' })], 'place')).toBe(false)
  })
  it('to one thing is none to another', () => {
    expect(hasGiven([said()], 'place')).toBe(true)
    expect(hasGiven([said()], 'health')).toBe(false)
  })
})

describe('which act touches which consent', () => {
  const today = '2026-11-23'
  it('a point on a map waits for its yes; without the point nothing is asked', () => {
    expect(consentsFor('submit', { pin: true }, today)).toEqual([{ what: 'place', must: true }])
    expect(consentsFor('submit', { pin: false }, today)).toEqual([])
  })
  it('health in an application is asked beside the field and never refused for', () => {
    expect(consentsFor('submit', { groups: ['no-income-disabled'] }, today)).toEqual([{ what: 'health', must: false }])
    expect(consentsFor('submit', { need: 'disabled' }, today)).toEqual([{ what: 'health', must: false }])
    expect(consentsFor('submit', { groups: ['migrant-wage'] }, today)).toEqual([])
  })
  it('a birthday under 14 in one’s own profile waits for the guardian; in an application it is what the law asks', () => {
    expect(consentsFor('profile', { birth: '2012-11-24' }, today)).toEqual([{ what: 'minor', must: true }])
    expect(consentsFor('submit', { birth: '2012-11-24' }, today)).toEqual([{ what: 'minor', must: false }])
    expect(consentsFor('profile', { birth: '2012-11-23' }, today)).toEqual([])
  })
  it.each([
    ['2012-11-24', true],
    ['2012-11-23', false],
    ['2026-11-23', true],
    ['1949-10-01', false],
  ])('who was born on %s is under 14 on 2026-11-23: %s', (birth, young) => expect(isUnder14(birth, today)).toBe(young))
})
