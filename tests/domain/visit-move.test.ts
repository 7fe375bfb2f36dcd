import { describe, expect, it } from 'vitest'
import { visitEntries } from '@/domain/visit-entries'
import {
  actor,
  askMove,
  atHome,
  bao,
  booked,
  cancel,
  clock,
  confirm,
  free,
  friday,
  gao,
  hes,
  hour,
  later,
  li,
  mine,
  moveTo,
  noShow,
  owed,
  t,
  taken,
  tooLate,
  types,
  type World,
  waitingHome,
} from './visit-given'

const start = booked('09-30 9:00')
const asks: World = { ...free(hes), waiting: waitingHome }
const slots = (state: Parameters<typeof visitEntries>[1]) =>
  visitEntries('visit:1', state).map(({ taken: { slot, until } }) => [slot, until])

describe('an hour is confirmed', () => {
  it('by her and by whoever visits, each once', () => {
    const hers = start.does('10-08 9:00', bao, confirm, mine(friday))
    expect(hers.state).toMatchObject({ stage: 'confirmed', confirmed: { person: t('10-08 9:00') } })
    const both = hers.does('10-08 10:00', li, confirm, mine(friday))
    expect(both.state.confirmed).toMatchObject({ person: t('10-08 9:00'), staff: { at: t('10-08 10:00') } })
    expect(both.does('10-08 11:00', bao, confirm, mine(friday)).events).toHaveLength(both.events.length)
  })
  it('is looked up again: one that is another’s by now is refused with the next three', () => {
    const no = start.refuses('10-08 9:00', bao, confirm, taken(friday))
    expect(tooLate(no)).toEqual(['visit.slot-taken', 3])
  })
  it('stays hers though the plan has changed; until it begins', () => {
    const closed = start.does('10-08 9:00', bao, confirm, { wanted: { problem: 'not-in-plan' } })
    expect(closed.state.stage).toBe('confirmed')
    expect(start.does('10-09 8:59:59.999', bao, confirm).state.stage).toBe('confirmed')
    expect(start.refuses('10-09 9:00', bao, confirm).refused).toBe('visit.not-ahead')
  })
  it('where there is none yet there is nothing to confirm', () =>
    expect(owed('10-02 22:10').refuses('10-02 22:20', bao, confirm).refused).toBe('visit.no-hour'))
})

describe('an hour is moved', () => {
  it('to another person’s too: he answers for it, and what was said of the old one isn’t said of it', () => {
    const story = start.does('10-08 9:00', bao, confirm).does('10-08 12:00', bao, moveTo(hes), free(hes))
    expect(story.state).toMatchObject({
      stage: 'booked',
      hour: hes,
      responsible: { id: 'he' },
      confirmed: {},
      moves: 1,
      reminded: 0,
    })
    expect(slots(story.state)).toEqual([[hes.slot, undefined]])
  })
  it('and stays where it was when the new one is taken', () => {
    const no = start.refuses('10-08 9:00', bao, moveTo(later), taken(later))
    expect(tooLate(no)).toEqual(['visit.slot-taken', 3])
  })
  it('to itself nothing happens', () => {
    const same = start.does('10-08 9:00', bao, moveTo(friday), mine(friday))
    expect(same.events).toHaveLength(start.events.length)
  })
  it('before it begins, not from that instant on', () => {
    expect(start.does('10-09 8:59:59.999', bao, moveTo(later), free(later)).state.hour).toEqual(later)
    expect(start.refuses('10-09 9:00', bao, moveTo(later), free(later)).refused).toBe('visit.not-ahead')
  })
})

describe('an hour is taken back', () => {
  it('by her without a word, by staff only with one, which she reads', () => {
    expect(start.does('10-08 9:00', bao, cancel()).state).toMatchObject({
      stage: 'cancelled',
      open: false,
      cancelled: { by: 'person' },
    })
    expect(start.refuses('10-08 9:00', li, cancel()).refused).toBe('visit.why-missing')
    expect(start.refuses('10-08 9:00', li, cancel('  ')).refused).toBe('visit.why-missing')
    const theirs = start.does('10-08 9:00', li, cancel('要开庭'))
    expect([theirs.state.cancelled?.by, theirs.state.personal.cancelWhy]).toEqual(['staff', '要开庭'])
  })
  it('and is free again; twice is once, and afterwards nothing goes on', () => {
    const gone = start.does('10-08 9:00', bao, cancel())
    expect(slots(gone.state)).toEqual([])
    expect(gone.does('10-08 9:01', bao, cancel()).events).toHaveLength(gone.events.length)
    expect(gone.refuses('10-08 9:01', bao, confirm).refused).toBe('visit.not-ahead')
    expect(gone.until('10-20 9:00').events).toHaveLength(gone.events.length)
  })
  it('not once it has begun', () => {
    expect(start.does('10-09 8:59:59.999', bao, cancel()).state.stage).toBe('cancelled')
    expect(start.refuses('10-09 9:00', bao, cancel()).refused).toBe('visit.not-ahead')
  })
})

describe('an hour is asked for, for somebody at home', () => {
  const asked = start.does('10-07 10:00', gao, askMove(hes), asks)
  it('another one is kept for her meanwhile, two hours; her own stays hers', () => {
    expect(asked.state.asked).toMatchObject({ hour: hes, matter: 'visit:home', until: t('10-07 12:00') })
    expect(slots(asked.state)).toEqual([
      [friday.slot, undefined],
      [hes.slot, t('10-07 12:00')],
    ])
  })
  it('yes: she has the new one, and hers is what she gave', () => {
    const yes = asked.does('10-07 11:59:59.999', bao, { type: 'AnswerMove', yes: true })
    expect(yes.events.at(-1)).toMatchObject({ type: 'MoveAnswered', yes: true, gave: friday, hour: hes })
    expect(yes.state).toMatchObject({ stage: 'confirmed', hour: hes, responsible: { id: 'he' }, moves: 1 })
    expect([yes.state.asked, slots(yes.state)]).toEqual([undefined, [[hes.slot, undefined]]])
  })
  it('no, and silence: it stays as it was', () => {
    const no = asked.does('10-07 10:30', bao, { type: 'AnswerMove', yes: false })
    const silent = asked.until('10-07 12:00')
    for (const { state } of [no, silent]) expect(state).toEqual(start.state)
    expect(types(silent.events).at(-1)).toBe('MoveLapsed')
    expect(silent.refuses('10-07 12:00', bao, { type: 'AnswerMove', yes: true }).refused).toBe('visit.nobody-asked')
    expect(no.refuses('10-07 11:00', bao, { type: 'AnswerMove', yes: true }).refused).toBe('visit.nobody-asked')
  })
  it('nobody answers for her but whoever speaks for her', () =>
    expect(asked.refuses('10-07 10:30', gao, { type: 'AnswerMove', yes: true }).refused).toBe('visit.not-yours'))
  it('the answer is due before either hour begins', () => {
    const close = start.does('10-09 8:00', gao, askMove(hes), asks)
    expect(close.state.asked?.until).toBe(t('10-09 9:00'))
  })
  it('only for a home visit that is open, only from an hour that isn’t one, once at a time', () => {
    const refuses = (world: World) => start.refuses('10-07 10:00', gao, askMove(hes), world).refused
    const waiting = { open: true, way: 'home' as const, responsible: friday.person }
    expect(refuses(free(hes))).toBe('visit.only-for-home')
    expect(refuses({ ...asks, waiting: { ...waiting, open: false } })).toBe('visit.only-for-home')
    expect(refuses({ ...asks, waiting: { ...waiting, way: 'phone' } })).toBe('visit.only-for-home')
    expect(refuses({ ...asks, ...taken(hes) })).toBe('visit.slot-taken')
    const call = hour('10-09 10:00', { way: 'phone' })
    expect(refuses({ ...asks, ...free(call) })).toBe('visit.other-way')
    expect(asked.refuses('10-07 10:10', gao, askMove(later), { ...asks, ...free(later) }).refused).toBe(
      'visit.already-asked',
    )
    const home = booked('10-02 22:10', { personal: { visitor: {}, address: '三组' } }, atHome)
    expect(home.refuses('10-03 9:00', gao, askMove(hes), asks).refused).toBe('visit.only-for-home')
  })
  it('moved or taken back meanwhile, nothing is asked any more', () => {
    for (const story of [
      asked.does('10-07 10:30', bao, moveTo(later), free(later)),
      asked.does('10-07 10:30', bao, cancel()),
    ])
      expect(story.state.asked).toBeUndefined()
  })
})

describe('room that somebody gave', () => {
  const room = hour('10-03 9:00', { way: 'home', minutes: 30 })
  const takeRoom = { type: 'TakeRoom' as const, hour: room }
  const waiting = owed('10-02 22:10')
  it('is the home visit’s hour, and its clock runs on', () => {
    const story = waiting.does('10-02 23:00', bao, takeRoom, mine(room))
    expect(story.state).toMatchObject({ hour: room, responsible: { id: 'li' }, stage: 'booked' })
    expect(clock(story)?.state).toBe('running')
  })
  it('unless it has an earlier one by now, is over, or another has it', () => {
    const early = hour('10-03 8:00', { way: 'home' })
    const has = waiting.does('10-02 22:30', gao, moveTo(early), free(early))
    expect(has.does('10-02 23:00', bao, takeRoom, mine(room)).state.hour).toEqual(early)
    const has2 = waiting.does('10-02 22:30', gao, moveTo(atHome), free(atHome))
    expect(has2.does('10-02 23:00', bao, takeRoom, mine(room)).state.hour).toEqual(room)
    const gone = waiting.does('10-02 22:50', bao, cancel())
    expect(gone.refuses('10-02 23:00', bao, takeRoom, mine(room)).refused).toBe('visit.not-ahead')
    expect(waiting.refuses('10-03 9:00', bao, takeRoom, mine(room)).refused).toBe('visit.not-ahead')
    expect(waiting.refuses('10-02 23:00', bao, takeRoom, taken(room)).refused).toBe('visit.slot-taken')
    expect(start.refuses('10-02 23:00', bao, takeRoom, mine(room)).refused).toBe('visit.only-for-home')
  })
})

describe('one side didn’t come', () => {
  it('staff: it stays open with the centre’s person, and she has another hour at once', () => {
    const missed = start.does('10-09 9:40', bao, noShow('staff'))
    expect(missed.state).toMatchObject({ stage: 'no-show', open: true, responsible: { id: 'gao' } })
    const again = missed.does('10-09 9:45', bao, moveTo(later), free(later))
    expect(again.state).toMatchObject({ stage: 'booked', hour: later, responsible: { id: 'li' }, open: true })
    expect(again.state.missed).toBeUndefined()
  })
  it('she: it is closed, and nothing more is done about it', () => {
    const missed = start.does('10-09 9:40', li, noShow('person'))
    expect(missed.state).toMatchObject({ stage: 'no-show', open: false, missed: { who: 'person' } })
    expect(missed.refuses('10-09 9:45', bao, moveTo(later), free(later)).refused).toBe('visit.not-ahead')
    expect(missed.refuses('10-09 9:45', li, cancel('不来了')).refused).toBe('visit.not-ahead')
  })
  it('is said from the start on, and nobody says it of himself in her name', () => {
    for (const by of [bao, li, gao])
      expect(start.refuses('10-09 8:59:59.999', by, noShow('staff')).refused).toBe('visit.too-early')
    expect(start.refuses('10-09 8:59:59.999', li, noShow('person')).refused).toBe('visit.too-early')
    expect(start.refuses('10-09 9:40', bao, noShow('person')).refused).toBe('visit.not-yours')
    expect(start.does('10-09 9:00', actor('li'), noShow('person')).state.open).toBe(false)
  })
})
