import type { PaperView } from '@/contract/views'
import type { Actor } from '@/domain/decider'
import { isSecret } from '@/domain/grievance-permission'
import type { Grievance } from '@/domain/grievance-types'
import { COMMAND_SEAT, signsNeeded } from '@/domain/ladder-papers'
import type { PaperRef } from '@/domain/ladder-types'
import { standing } from '@/domain/permission'
import type { Reader } from '@/domain/sight'
import { clockTitle } from '@/words/clock'
import { ladderWords, paperNo, paperStateTexts, paperText, rungTitles, subjectText, unitName } from '@/words/ladder'

/** 三单一函 of one matter as they are shown and printed. Nothing in them tells who reported. */

/**
 * Command seat and supervisors see all of them, a unit what was issued to it, nobody else any. Without `actor` the unit
 * is the one that has the matter, and nobody is taken to have signed.
 */
export function paperViews(state: Grievance, reader: Reader, actor?: Pick<Actor, 'id' | 'unit'>): PaperView[] {
  const unit = actor ? actor.unit : state.main?.unit.code
  return state.papers
    .filter((paper) => seesPaper(paper, reader, unit))
    .map((paper) => paperView(state, paper, reader, actor?.id))
}

/** One of them by its id, for whoever may see it. */
export function paperViewOf(state: Grievance, id: string, actor: Actor): PaperView | undefined {
  const reader = standing(state, actor)
  return reader && paperViews(state, reader, actor).find((paper) => paper.id === id)
}

const ALL: readonly Reader[] = ['command', 'supervisor']
const UNITS: readonly Reader[] = ['handler', 'blind-handler', 'briefed-handler', 'former']

const seesPaper = ({ unit, issuedAt }: PaperRef, reader: Reader, code: string | undefined): boolean =>
  ALL.includes(reader) || (UNITS.includes(reader) && unit.code === code && issuedAt !== undefined)

/** A matter's id as it stands on paper: enough to find it in a list, and no code. */
export const markOf = (matter: string): string => matter.slice(matter.indexOf(':') + 1).slice(0, 8)
const matterOf = ({ id }: PaperRef): string => id.split(':', 2).join(':')

function paperView(state: Grievance, paper: PaperRef, reader: Reader, actor: string | undefined): PaperView {
  const { id, rung, year, n, clock, generation, dueAt, at, lateBy, unit, to, copy, signs, issuedAt, until } = paper
  return {
    id,
    matter: matterOf(paper),
    rung,
    ...(n !== undefined && { no: paperNo(rung, year, n) }),
    title: rungTitles[rung],
    state: paper.state,
    stateText: paperStateTexts[paper.state],
    clock,
    clockTitle: clockTitle(clock),
    generation,
    dueAt,
    at,
    ...(lateBy && { lateBy }),
    unit: { code: unit.code, name: unitName(unit) },
    to: to.name,
    ...(copy && { copy: copy.name }),
    text: textOf(state, paper),
    signs: signs.map(({ at, by }) => ({ at, by: by.name })),
    signsNeeded: signsNeeded[rung],
    ...(issuedAt && { issuedAt }),
    ...(until && { until }),
    ...cameOf(state, paper),
    can: canOf(paper, reader, actor),
  }
}

function textOf(state: Grievance, paper: PaperRef): string[] {
  const { rung, clock, generation, dueAt, at, lateBy, until } = paper
  const on = state.papers.filter((other) => other.clock === clock && other.generation === generation && other.n)
  const urged = on.findLast((other) => other.rung === 'urge' && other.state !== 'cancelled')
  const supervised = on.findLast((other) => other.rung === 'supervise' && other.state !== 'cancelled')
  const text = state.personal.papers?.[paper.id]?.text
  const secret = isSecret(state)
  return paperText({
    rung,
    clock,
    subject: subjectText(markOf(matterOf(paper)), secret ? undefined : { place: state.place.text, topic: state.topic }),
    clockDueAt: state.clocks.find((each) => each.code === clock && each.generation === generation)?.dueAt ?? dueAt,
    dueAt,
    at,
    ...(lateBy && { lateBy }),
    ...(until && { until }),
    ...(urged && { urged: paperNo('urge', urged.year, urged.n ?? 0) }),
    ...(supervised?.until && {
      supervised: { no: paperNo('supervise', supervised.year, supervised.n ?? 0), until: supervised.until },
    }),
    ...(text && { text }),
  })
}

/** What came of it: who received it, what was answered, why it was taken back. */
function cameOf({ personal }: Grievance, paper: PaperRef): Pick<PaperView, 'received' | 'reply' | 'cancelled'> {
  const { reply = '', why } = personal.papers?.[paper.id] ?? {}
  const { receivedAt, receivedBy, repliedAt, repliedBy, cancelledAt, cancelledBy } = paper
  return {
    ...(receivedAt && { received: { at: receivedAt, by: receivedBy?.name ?? '' } }),
    ...(repliedAt && { reply: { at: repliedAt, by: repliedBy?.name ?? '', text: reply } }),
    ...(cancelledAt && {
      cancelled: {
        at: cancelledAt,
        ...(cancelledBy && { by: cancelledBy.name }),
        why: why || ladderWords.ended,
      },
    }),
  }
}

/** What the rules let this reader do with it now. */
function canOf({ state, rung, unit, signs }: PaperRef, reader: Reader, actor: string | undefined): string[] {
  const out = state === 'issued' || state === 'received'
  const commands = unit.code === COMMAND_SEAT
  const ours = reader === 'command' ? commands : UNITS.includes(reader)
  const own = signs.some(({ by }) => by.id === actor)
  const cancels =
    reader === 'supervisor'
      ? out || state === 'draft'
      : reader === 'command' && out && !commands && signsNeeded[rung] === 0
  return [
    ...(reader === 'supervisor' && state === 'draft' && !own ? ['notice.sign'] : []),
    ...(ours && state === 'issued' ? ['notice.receive'] : []),
    ...(ours && out ? ['notice.reply'] : []),
    ...(cancels ? ['notice.cancel'] : []),
  ]
}
