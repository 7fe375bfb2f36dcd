import { describe, expect, it } from 'vitest'
import { wechatAccount } from '../../cloudfunctions/accounts'
import { withChannels } from '../../cloudfunctions/clock/channels'
import { serve } from '../../cloudfunctions/clock/index'
import { loadCounty } from '../../cloudfunctions/county'
import { handle } from '../../cloudfunctions/handle'
import { deliverAll } from '../../cloudfunctions/notifier/deliver'
import { openidOf } from '../../cloudfunctions/notifier/openids'
import { readNotice } from '../../cloudfunctions/outbox'
import { settingsFrom } from '../../cloudfunctions/server/settings'
import { tending } from '../../cloudfunctions/server/tending'
import { answerBySms, digitOf } from '../../cloudfunctions/sms-answers'
import type { World } from '../../cloudfunctions/world'
import { type Given, value, world } from '../given-world'
import { about, dutyCounty } from '../journeys/question-given'
import { SECRET } from '../support/production'
import { startServer } from '../support/server'
import { keys, startSms } from '../support/sms'
import { startWechat } from '../support/wechat'

const SMS_IN_SECRET = 'the-end-of-the-address-0123'
const li = '13900000001'

/** Production on real time with SMS by a loopback of Tencent's service; li alone sits in every town's seat. */
async function production() {
  const service = await startSms()
  const server = await startServer({
    env: {
      MODE: 'production',
      SECRET,
      SMS_IN_SECRET,
      SMS_URL: service.url,
      SMS_APP_ID: '1400006666',
      SMS_SIGN: '司法局',
      SMS_SECRET_ID: keys.secretId,
      SMS_SECRET_KEY: keys.secretKey,
      SMS_TEMPLATES: 'question.offer=1110:place,topic;sms.taken=1112:place,topic;sms.unclear=1113',
    },
  })
  const loaded = await loadCounty(server.world, townSeatAlways())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const comesIn = (body: unknown, secret = SMS_IN_SECRET) =>
    fetch(`${server.url}/sms/in/${secret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const asks = () => asked(server.world)
  return { ...server, service, comesIn, asks }
}
type Layer = { seat: string; people: string[] }
function townSeatAlways() {
  const county = dutyCounty()
  const layers = (county.layers as Layer[]).map((layer) =>
    layer.seat === 'town:150524100' && layer.people.includes('wang') ? { ...layer, people: ['li'] } : layer,
  )
  return { ...county, layers }
}
let requests = 0
async function asked(it: World): Promise<string> {
  requests += 1
  const input = { ...about(), requestId: `sms-door-${requests}` }
  const who = { person: 'bao', session: 's' }
  return value(await handle(it, 'question.ask', input, who, { source: 'here', trace: 't' })).id
}
const reply = (text: string, more: object = {}) => ({
  extend: '',
  mobile: li,
  nationcode: '86',
  sign: '司法局',
  text,
  time: Math.floor(Date.now() / 1000),
  ...more,
})
const stageOf = async (it: World, id: string) => (await it.store.get('matters', id))?.keys.stage
const templatesOf = async (it: World) => {
  const { docs } = await it.store.list('notices', { index: 'byState', where: { state: 'sent' }, limit: 100 })
  return docs.map((doc) => readNotice(it, doc).template).sort()
}

describe('answers by SMS, as Tencent Cloud brings them', () => {
  it('the offer goes out signed, the answer takes it, and what came of it goes out', async () => {
    const county = await production()
    try {
      const id = await county.asks()
      await deliverAll(county.world)
      expect(county.service.asked.map(({ body }) => body.TemplateId)).toEqual(['1110'])
      const answer = await county.comesIn(reply('1'))
      expect([answer.status, await answer.json()]).toEqual([200, { result: 0, errmsg: 'OK' }])
      expect(await stageOf(county.world, id)).toBe('taken')
      await deliverAll(county.world)
      expect(await templatesOf(county.world)).toEqual(['question.offer', 'sms.taken'])
      expect(county.service.asked.at(-1)?.body).toMatchObject({ TemplateParamSet: ['甲镇 东嘎查', '工钱'] })
      expect(JSON.stringify(county.lines)).not.toContain(li)
    } finally {
      await county.stop()
    }
  })
  it('nothing is at another end of the address, and what is no reply is refused', async () => {
    const county = await production()
    try {
      const id = await county.asks()
      const statuses = async (...bodies: unknown[]) =>
        Promise.all(bodies.map(async (body) => (await county.comesIn(body)).status))
      expect((await county.comesIn(reply('1'), 'the-end-of-the-address-9999')).status).toBe(404)
      expect((await county.http('GET', `/sms/in/${SMS_IN_SECRET}`)).status).toBe(405)
      const large = reply('1'.repeat(20_000))
      expect(await statuses('{', [], {}, reply('1', { mobile: 'x' }), reply('1', { time: 'now' }), large)).toEqual(
        Array(6).fill(400),
      )
      expect(await stageOf(county.world, id)).toBe('open')
    } finally {
      await county.stop()
    }
  })
  it('brought twice it is one, and one that was written before an offer doesn’t answer it', async () => {
    const county = await production()
    try {
      const first = await county.asks()
      const one = reply('2')
      expect((await county.comesIn(one)).status).toBe(200)
      const second = await county.asks()
      expect((await county.comesIn(one)).status).toBe(200)
      const late = reply('3', { time: Math.floor(Date.now() / 1000) - 3600 })
      expect((await county.comesIn(late)).status).toBe(200)
      for (const id of [first, second]) expect(await stageOf(county.world, id)).toBe('open')
      expect(county.lines.filter(({ what }) => what === 'sms in').map(({ heard }) => heard)).toEqual([
        'passed',
        'again',
        'none',
      ])
    } finally {
      await county.stop()
    }
  })
  it('without the secret there is no such door, nor is a demonstration’s in production', async () => {
    const server = await startServer({ env: { MODE: 'production', SECRET } })
    try {
      for (const path of [`/sms/in/${SMS_IN_SECRET}`, '/demo/sms', '/demo/channels'])
        expect((await server.http('POST', path, reply('1'))).status).toBe(404)
    } finally {
      await server.stop()
    }
  })
})

describe('a message that comes again', () => {
  const answering = async () => {
    const w = await world({ at: '2026-10-14 09:00', county: townSeatAlways() })
    return { w, message: { from: li, text: '1', key: 'm1' } }
  }
  it('after its own reply was lost answers the same question, not the next', async () => {
    const { w, message } = await answering()
    const first = await asked(w.world)
    dieAtReply(w)
    await expect(answerBySms(w.world, message)).rejects.toThrow('died')
    w.hooks.pause = undefined
    expect(await stageOf(w.world, first)).toBe('taken')
    w.advance(1000)
    const second = await asked(w.world)
    expect(await answerBySms(w.world, message)).toBe('taken')
    expect(await answerBySms(w.world, message)).toBe('again')
    expect(await stageOf(w.world, second)).toBe('open')
    expect((await w.told()).filter((line) => line.includes('sms.'))).toEqual([`${li} sms.taken sms`])
  })
  it('twice at once is one', async () => {
    const { w, message } = await answering()
    const id = await asked(w.world)
    await Promise.all([answerBySms(w.world, message), answerBySms(w.world, message)])
    expect(await stageOf(w.world, id)).toBe('taken')
    expect((await w.told()).filter((line) => line.includes('sms.'))).toEqual([`${li} sms.taken sms`])
  })
  it.each([`+86${li}`, `86${li}`, `0086${li}`])('%s is the same telephone', async (from) => {
    const { w, message } = await answering()
    const id = await asked(w.world)
    expect(await answerBySms(w.world, { ...message, from })).toBe('taken')
    expect(await stageOf(w.world, id)).toBe('taken')
  })
})

/** Dies when it is about to write what goes back, after the answer stands. */
function dieAtReply(w: Given) {
  let saves = 0
  w.hooks.pause = async (point) => {
    if (point !== 'save.before') return
    saves += 1
    // The step, then its letters; then what goes back to him.
    if (saves === 3) throw new Error('died')
  }
}

describe('one digit', () => {
  it.each([
    ['1', '1'],
    ['２', '2'],
    ['（3）', '3'],
    ['1！', '1'],
    ['', undefined],
    ['11', undefined],
    ['1 2', undefined],
    ['一', undefined],
    ['0', undefined],
    ['T1', undefined],
  ])('%j is %j', (typed, digit) => expect(digitOf(typed)).toBe(digit))
})

describe('the server', () => {
  it('lets letters leave by itself, beside its clocks, and stops when it is asked to', async () => {
    const w = await world({ at: '2026-10-14 09:00', county: townSeatAlways() })
    const sent: string[] = []
    w.world.notifier = {
      send: async ({ template }) => {
        sent.push(template)
        return 'sent'
      },
    }
    await asked(w.world)
    const works = tending(w.world)
    while (sent.length === 0) await new Promise((done) => setTimeout(done, 20))
    await works.stop()
    expect(sent).toContain('question.offer')
  })
  it('keeps the WeChat account of who agreed to messages at sign-in, and of nobody else', async () => {
    const wechat = await startWechat({ yes: { openid: 'oYES' }, no: { openid: 'oNO' } })
    const env = { MODE: 'production', SECRET, WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_URL: wechat.url }
    const server = await startServer({ env })
    try {
      for (const [code, messages] of [
        ['yes', true],
        ['no', false],
      ] as const)
        expect((await server.http('POST', '/sign-in/wechat', { code, messages })).status).toBe(200)
      const kept = (openid: string) => openidOf(server.world, wechatAccount(server.world.seal, openid))
      expect([await kept('oYES'), await kept('oNO')]).toEqual(['oYES', undefined])
    } finally {
      await server.stop()
    }
  })
  it('says which setting of a channel is wrong, and repeats no secret', () => {
    const problem = (env: Record<string, string>) => {
      const read = settingsFrom({ MODE: 'production', SECRET, ...env })
      return read.ok ? 'none' : read.problem
    }
    expect(problem({ SMS_IN_SECRET: 'short' })).toMatch(/^SMS_IN_SECRET needs 24/)
    expect(problem({ SMS_IN_SECRET })).toBe('none')
    expect(problem({ SMS_SECRET_KEY: 'very-secret' })).toMatch(/^SMS_APP_ID and SMS_SIGN/)
    expect(problem({ SMS_SECRET_KEY: 'very-secret' })).not.toContain('very-secret')
  })
})

describe('the cloud’s timer', () => {
  it('lets letters leave by the channels of its environment, and one instance keeps them', async () => {
    const service = await startSms()
    const w = await world({ at: '2026-10-14 09:00', county: townSeatAlways() })
    await asked(w.world)
    const env = {
      SMS_URL: service.url,
      SMS_APP_ID: '1400006666',
      SMS_SIGN: '司法局',
      SMS_SECRET_ID: keys.secretId,
      SMS_SECRET_KEY: keys.secretKey,
      SMS_TEMPLATES: 'question.offer=1110:place,topic',
    }
    const sending = withChannels(w.world, env)
    expect(withChannels(w.world, env).notifier).toBe(sending.notifier)
    const beat = await serve(sending)({ Type: 'Timer' }, { environment: '{"TRIGGER_SRC":"timer"}' })
    expect(beat).toMatchObject({ ok: true })
    expect(service.asked.map(({ body }) => body.TemplateId)).toEqual(['1110'])
  })
  it('with half a channel goes on without, and says in the log which setting is missing', async () => {
    const w = await world({ at: '2026-10-14 09:00', county: townSeatAlways() })
    const without = withChannels(w.world, { SMS_SECRET_KEY: 'very-secret' })
    expect(without.notifier).toBeUndefined()
    expect(JSON.stringify(w.logs)).toContain('SMS_APP_ID')
    expect(JSON.stringify(w.logs)).not.toContain('very-secret')
  })
})
