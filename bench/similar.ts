import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { grievance } from '@/domain/grievance'
import type { Grievance, GrievanceState } from '@/domain/grievance-types'
import { instantOf, MINUTE } from '@/domain/time'
import { circumstances, findPlace } from '../cloudfunctions/circumstances'
import { counted } from '../cloudfunctions/counted'
import { embeddedStore } from '../cloudfunctions/embedded/store'
import { likenessWrites, similarTo } from '../cloudfunctions/likeness'
import { append, matterWrite } from '../cloudfunctions/matter-document'
import type { World } from '../cloudfunctions/world'
import { seeded } from './seeded'
import { benchWorld } from './world'

/**
 * What it costs to say which reports may be the same thing, on the embedded store: with reports all over the county, and
 * with all of them from one village on one topic in one fortnight. Exits 1 where half of them take 20 ms or more, or where
 * the report that says the same in other words isn't found.
 */
const SIZES = (process.env.SIZES ?? '1000,100000').split(',').map(Number)
const ROUNDS = 200
const WARM = 20
const AIM_MS = 20
const START = Date.parse('2026-10-12T09:00:00+08:00')
const FORTNIGHT_MINUTES = 14 * 24 * 60 - 10
const VILLAGES = ['150524104200', '150524104201', '150524101200', '150524202200', '150524100200']
const TOPICS = ['road', 'water', 'power', 'land', 'sanitation', 'subsidy', 'pasture', 'traffic']
const SAME = '东头桥上栏杆坏了，娃娃上学走那儿怕掉下去'
const FIRST = '村东头的桥栏杆断了，孩子上学路过很危险'

const places = ['东头', '西头', '北坡', '南沟', '学校门口', '老井旁', '沙坑边', '羊圈后面', '卫生室前', '果园边']
const things = ['路灯', '井盖', '水泵', '电杆', '垃圾池', '涵洞', '护栏', '围栏', '水渠', '变压器', '广播', '厕所']
const wrongs = ['坏了三天', '没有人修', '被车撞歪', '夜里冒烟', '漏得厉害', '被雨冲塌', '臭得难受', '叫人绊倒']
const ends = ['老人出门不方便', '请来看看', '去年也这样', '牲口都受惊', '打过电话没回音', '天冷前要修好']

async function measure(size: number, crowded: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-similar-'))
  const meter = counted(embeddedStore(join(folder, 'county.db')))
  let now = START
  const world = await benchWorld(meter.store, () => now)
  const random = seeded(size)
  const pick = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? ''
  for (let done = 0; done < size; done += 10) {
    now = START + Math.floor((done / size) * FORTNIGHT_MINUTES) * MINUTE
    const reports = Array.from({ length: Math.min(10, size - done) }, (_, n) => {
      const village = crowded ? VILLAGES[0] : pick(VILLAGES)
      const text = `${pick(places)}的${pick(things)}${pick(wrongs)}，${pick(ends)}，第${Math.floor(random() * 1e6)}号`
      const first = done + n === Math.floor(size / 2)
      return first
        ? { id: 'first', village: VILLAGES[0] ?? '', topic: TOPICS[0] ?? '', text: FIRST }
        : { id: `n${done + n}`, village: village ?? '', topic: crowded ? (TOPICS[0] ?? '') : pick(TOPICS), text }
    })
    await fill(world, reports)
  }
  now = START + FORTNIGHT_MINUTES * MINUTE
  const times: number[] = []
  let found = true
  let operations = ''
  for (let round = 0; round < WARM + ROUNDS; round++) {
    meter.reset()
    const asked = { topic: TOPICS[0] ?? '', place: VILLAGES[0] ?? '', text: SAME, now: instantOf(now) }
    const began = performance.now()
    const similar = await similarTo(world, asked)
    if (round >= WARM) times.push(performance.now() - began)
    found &&= similar.some(({ id }) => id === 'grievance:first')
    const { gets, lists, docsRead } = meter.counts()
    operations = `${gets} get, ${lists} list, ${docsRead} documents`
  }
  await world.store.close()
  rmSync(folder, { recursive: true, force: true })
  times.sort((a, b) => a - b)
  return { median: times[ROUNDS / 2] ?? 0, p95: times[Math.floor(ROUNDS * 0.95)] ?? 0, found, operations }
}

type Report = { id: string; village: string; topic: string; text: string }

async function fill(world: World, reports: readonly Report[]) {
  const now = world.clock.now()
  const actor = { id: 'filler', name: '', role: 'resident' as const }
  const { duty, rota: _, ...given } = await circumstances(world, actor, now)
  if (!duty) throw new Error('the bench needs a duty seat')
  const command = { on: duty, until: instantOf(Date.parse(now) + 8 * 60 * MINUTE) }
  const writes = await Promise.all(
    reports.map(async ({ id, village, topic, text }) => {
      const place = await findPlace(world, village)
      if (!place) throw new Error(`the bench needs the village ${village}`)
      const events = grievance.decide(
        grievance.initial,
        {
          type: 'SubmitGrievance',
          ...{ topic, place, anonymity: 'none', photos: [], owner: `p-${id}`, tell: ['person'] },
          personal: { text, reporter: {} },
        },
        { ...given, duty, command },
      )
      if (!Array.isArray(events)) throw new Error(events.refused)
      const state = events.reduce<GrievanceState>(grievance.evolve, grievance.initial) as Grievance
      const matter = `grievance:${id}`
      const opened = { id: matter, version: 0, state, events: [], seq: 0, revision: 1, head: '', seen: [], outbox: [] }
      const { matter: grown } = append(opened, events, state, world.seal)
      return [matterWrite(grown, world, world.policy), ...(await likenessWrites(world, matter, state, events))]
    }),
  )
  await world.store.save(writes.flat())
}

async function main() {
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  for (const size of SIZES)
    for (const crowded of [false, true]) {
      const { median, p95, found, operations } = await measure(size, crowded)
      const where = crowded ? 'one village, one topic' : 'five villages, eight topics'
      const told = `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ${operations}`
      console.log(`${size} reports, ${where}: ${told}${found ? '' : '; NOT FOUND'}`)
      if (!found || median >= AIM_MS) process.exitCode = 1
    }
}
void main()
