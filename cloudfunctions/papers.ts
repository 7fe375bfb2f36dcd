import { yearOf } from '@/domain/ladder-evolve'
import { type PaperRef, type Rung, rungs } from '@/domain/ladder-types'
import type { Instant } from '@/domain/time'
import { numbered as shaped, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import type { World } from './world'

/** The register of 三单一函: a document a paper, to be listed by, and a counter for each series and year. */

/** The next free number of each series of a year, and the versions of the counters they were read from. */
export type Numbers = { year: number; next: Record<Rung, number>; versions: Record<Rung, number> }
/** A paper as the register holds it; its matter holds the same, and what is written on it. */
export type PaperRecord = { matter: string; paper: PaperRef }

const counterId = (rung: Rung, year: number): string => `${rung}:${year}`

/** Read before a step decides; written back with the same versions, so that two steps can't give one number. */
export async function numbersNow(world: World, now: Instant): Promise<Numbers> {
  const year = yearOf(now)
  const docs = await world.store.getMany(
    'counters',
    rungs.map((rung) => counterId(rung, year)),
  )
  const of = (rung: Rung) => docs.find(({ id }) => id === counterId(rung, year))
  return {
    year,
    next: perRung((rung) => lastOf(of(rung)) + 1),
    versions: perRung((rung) => of(rung)?.version ?? 0),
  }
}

const lastOf = (doc: Doc | undefined): number => (doc ? (JSON.parse(doc.body) as { last: number }).last : 0)
const perRung = (value: (rung: Rung) => number): Record<Rung, number> => ({
  remind: value('remind'),
  urge: value('urge'),
  supervise: value('supervise'),
  transfer: value('transfer'),
})

/**
 * What goes into the matter's own save: the papers that changed in this step, and the counters of the numbers it gave.
 * A save that another was quicker than is refused whole: no number is skipped, none given twice. Throws where a number
 * was given that none was read for.
 */
export async function paperWrites(
  world: World,
  matter: string,
  was: readonly PaperRef[],
  is: readonly PaperRef[],
  numbers?: Numbers,
): Promise<Write[]> {
  const before = new Map(was.map((paper) => [paper.id, paper]))
  const changed = is.filter((paper) => JSON.stringify(before.get(paper.id)) !== JSON.stringify(paper))
  const known = changed.filter(({ id }) => before.has(id)).map(({ id }) => id)
  // Only this matter's saves write them, so what is read here belongs to the state that was decided on.
  const docs = known.length > 0 ? await world.store.getMany('papers', known) : []
  const versions = new Map(docs.map(({ id, version }) => [id, version]))
  const numbered = changed.filter(({ id, n }) => n !== undefined && before.get(id)?.n === undefined)
  return [
    ...changed.map((paper) => paperWrite(matter, paper, versions.get(paper.id) ?? 0)),
    ...counterWrites(numbered, numbers),
  ]
}

function counterWrites(numbered: readonly PaperRef[], numbers: Numbers | undefined): Write[] {
  return rungs.flatMap((rung): Write[] => {
    const given = numbered.filter((paper) => paper.rung === rung).map(({ n = 0 }) => n)
    if (given.length === 0) return []
    if (!numbers || numbered.some(({ year }) => year !== numbers.year))
      throw new Error(`a number of ${rung} was given that was not read`)
    return [
      {
        collection: 'counters',
        id: counterId(rung, numbers.year),
        expected: numbers.versions[rung],
        keys: {},
        body: JSON.stringify({ last: Math.max(...given) }),
      },
    ]
  })
}

function paperWrite(matter: string, paper: PaperRef, expected: number): Write {
  const { id, state, unit, at, rung, year } = paper
  const keys = { state, unit: unit.code, matter, at, series: counterId(rung, year) }
  return {
    collection: 'papers',
    id,
    expected,
    keys,
    body: JSON.stringify(shaped('papers', { matter, paper } satisfies PaperRecord)),
  }
}

export const readPaper = ({ body }: Doc): PaperRecord => upToDate('papers', JSON.parse(body)) as PaperRecord
