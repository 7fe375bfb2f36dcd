import type { Applicant, Party } from './aid-types'
import { bodyName, isBody, type Mark, otherSide, plain, type Side, shortest, sideOf } from './wall'

/**
 * Near hits of the conflict wall: names that sound alike or are written with the same characters, on the two sides of
 * two matters. They shut nobody out: a person compares, and what she found is asked once.
 */
export const nearKinds = ['characters', 'sound'] as const
export type NearKind = (typeof nearKinds)[number]
/** How the names of a matter sound, by `Called.key`; kept with it, so that whoever compares needs no dictionary. */
export type Sounds = Record<string, string>
export type People = { applicant: Applicant; parties: readonly Party[]; sounds?: Sounds }

/** Another matter in which somebody of such a name stands on the other side; `pair` stands for these two people. */
export type NearHit = { matter: string; kind: NearKind; pair: string }
/** What a person found when she compared two. */
export type NearAnswer = { pair: string; same: boolean; at: string; by: { id: string; name: string } }
/** By lawyer and by organisation. */
export type Near = {
  lawyers: ReadonlyMap<string, readonly NearHit[]>
  units: ReadonlyMap<string, readonly NearHit[]>
}

/** Somebody as he may be taken for another; `key` tells a person from a body of that name. */
export type Called = { side: Side; key: string; name: string; person: boolean; years: string[]; number?: string }

/** Everybody whose name says enough to be taken for somebody else's. */
export const calledIn = ({ applicant, parties }: People): Called[] => [
  ...calledOne('ours', applicant),
  ...parties.flatMap((party) => calledOne(sideOf(party), party)),
]

function calledOne(side: Side, { name, idNumber = '', birth, creditCode = '' }: Applicant & Partial<Party>): Called[] {
  const id = plain(idNumber)
  const hasId = /^\d{17}[\dX]$/.test(id)
  const years = [hasId ? id.slice(6, 10) : '', birth?.slice(0, 4) ?? ''].filter(Boolean)
  const written = plain(name)
  const person = !isBody(written, years.length > 0)
  const called = person ? written : coreOf(written)
  // 「李某」 may be anybody, and so may a name of one character.
  if ([...called].length < 2 || called.includes('某')) return []
  const number = person ? (hasId ? id : '') : plain(creditCode)
  return [
    { side, key: `${person ? 'person' : 'body'} ${called}`, name: called, person, years, ...(number && { number }) },
  ]
}

// The banner or city in front says where, the end says what kind: people remember what stands between.
const REGION = /^(?:.{2,8}?(?:自治区|省))?(?:.{2,6}?[市盟])?(?:.{2,6}?[旗县区])?(?=.{2})/
const COMPANY = /(?:股份|控股)?(?:有限公司|集团公司|总公司|分公司|公司|集团)$/
const TRADE =
  /(?:建筑|建设|安装|工程|劳务|装饰|装修|房地产|开发|置业|商贸|贸易|商务|实业|科技|技术|发展|农牧业|农业|牧业|运输|物流|服务|管理|投资|矿业|能源)$/

/** What is left of a company's name: 「通辽市宏达建设有限公司」 is 「宏达」. Any other body is what it is called for short. */
function coreOf(written: string): string {
  const body = bodyName(written)
  if (!COMPANY.test(body)) return shortest(body)
  let core = body.replace(COMPANY, '').replace(REGION, '')
  while (TRADE.test(core)) {
    const less = core.replace(TRADE, '')
    if ([...less].length < 2) break
    core = less
  }
  return core
}

const sorted = (name: string): string => [...name].sort().join('')

function written({ key, name, person }: Called, kind: NearKind, sounds: Sounds | undefined): string | undefined {
  const what = person ? 'person' : 'body'
  if (kind === 'characters') return `near-characters:${what} ${sorted(name)}`
  const sound = sounds?.[key]
  return sound && `near-sound:${what} ${sound}`
}

/** By what near names are found; who was stored before there were any has none until his matter is told anew. */
export function nearMarksOf(people: People): Mark[] {
  const all = calledIn(people).flatMap((called) =>
    nearKinds.flatMap((kind) => {
      const mark = written(called, kind, people.sounds)
      return mark ? [{ side: called.side, mark }] : []
    }),
  )
  return [...new Map(all.map((each) => [`${each.side} ${each.mark}`, each])).values()]
}

/** Years, identity numbers and credit codes that differ say that they are two. */
const mayBeOne = (a: Called, b: Called): boolean =>
  (a.number === undefined || b.number === undefined || a.number === b.number) &&
  (a.years.length === 0 || b.years.length === 0 || a.years.some((year) => b.years.includes(year)))

/** Who of the one matter may be who of the other, on opposite sides; each two of them once. */
export function nearPairs(one: People, other: People): { kind: NearKind; one: string; other: string }[] {
  const others = calledIn(other)
  const all = calledIn(one).flatMap((a) =>
    others
      .filter((b) => b.side === otherSide(a.side) && mayBeOne(a, b))
      .flatMap((b) => {
        const kind = nearKinds.find((each) => {
          const mark = written(a, each, one.sounds)
          return mark !== undefined && mark === written(b, each, other.sounds)
        })
        return kind ? [{ kind, one: a.key, other: b.key }] : []
      }),
  )
  return [...new Map(all.map((pair) => [`${pair.one} ${pair.other}`, pair])).values()]
}

/** The other matters that somebody has to look at. */
export const mattersOf = (hits: readonly NearHit[]): string[] => [...new Set(hits.map(({ matter }) => matter))]
