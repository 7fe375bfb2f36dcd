import { describe, expect, it } from 'vitest'
import { channelsFrom, notifierBy } from '../../cloudfunctions/notifier/channels'
import { countyHours, deliverAll } from '../../cloudfunctions/notifier/deliver'
import { received } from '../../cloudfunctions/notifier/receipts'
import { tencentVoice } from '../../cloudfunctions/notifier/tencent-voice'
import type { Letter, Receipt } from '../../cloudfunctions/ports'
import { SECRET } from '../support/production'
import { startServer } from '../support/server'
import { type Kept, keys, startService, startSms, startVoice } from '../support/sms'
import { BAO, given } from './notifier-given'

const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  number: BAO,
  serial: 's-1',
  arrived: true,
  code: 'DELIVRD',
  ...more,
})
/** A letter that went out by SMS as `s-1`. */
async function sent() {
  const g = await given()
  g.says.sms = () => ({ said: 'sent', serial: 's-1' })
  g.says.voice = () => ({ said: 'sent', serial: 'v-1' })
  const letter = await g.letter()
  await deliverAll(g.w.world)
  const hears = (more?: Partial<Receipt>) => received(g.w.world, receipt(more), countyHours(g.w.world))
  return { ...g, letter, hears, state: () => g.ways(letter) }
}
const NO = 'wechat failed no-credit'

describe('what the provider tells of a letter', () => {
  it('it reached the telephone: that is delivered, and the same told again changes nothing', async () => {
    const { hears, state, sent: out } = await sent()
    expect(await state()).toBe(`${NO} → sms sent`)
    expect([await hears(), await hears(), await hears({ arrived: false })]).toEqual(['written', 'again', 'again'])
    expect([await state(), out.length]).toEqual([`${NO} → sms delivered`, 1])
  })
  it('it didn’t: the next way begins, once', async () => {
    const { hears, state, w, sent: out } = await sent()
    await Promise.all([hears({ arrived: false }), hears({ arrived: false, number: `+86${BAO}` })])
    await deliverAll(w.world)
    expect(await state()).toBe(`${NO} → sms failed undelivered → voice sent`)
    expect(out.map(({ channel }) => channel)).toEqual(['sms', 'voice'])
    expect(await hears({ arrived: false, serial: 'v-1', code: '1' })).toBe('written')
    expect(await state()).toBe(`${NO} → sms failed undelivered → voice failed undelivered → call to-ring`)
  })
  it('a voice that she picked up is delivered', async () => {
    const { hears, state, w } = await sent()
    await hears({ arrived: false })
    await deliverAll(w.world)
    expect(await hears({ serial: 'v-1' })).toBe('written')
    expect(await state()).toMatch(/voice delivered$/)
  })
  it('of another number or another letter it is nobody’s', async () => {
    const { hears, state } = await sent()
    expect(await hears({ number: '13700000000' })).toBe('unknown')
    expect(await hears({ serial: 's-2' })).toBe('unknown')
    expect(await state()).toBe(`${NO} → sms sent`)
  })
  it('before its letter is written down as sent it is told to come again', async () => {
    const g = await given()
    let early: string | undefined
    g.says.sms = async () => {
      early = await received(g.w.world, receipt(), countyHours(g.w.world))
      return { said: 'sent', serial: 's-1' }
    }
    await g.letter()
    await deliverAll(g.w.world)
    expect(early).toBe('early')
    expect(await received(g.w.world, receipt(), countyHours(g.w.world))).toBe('written')
  })
  it('where it is fetched, it is fetched once a minute and each once', async () => {
    const kept: Kept[] = []
    const service = await startSms({}, kept)
    const read = channelsFrom({
      SMS_URL: service.url,
      SMS_APP_ID: '1400006666',
      SMS_SIGN: '司法局',
      SMS_SECRET_ID: keys.secretId,
      SMS_SECRET_KEY: keys.secretKey,
      SMS_TEMPLATES: 'aid.papers=1110:count,by',
      SMS_RECEIPTS: 'pull',
    })
    if ('problem' in read) throw new Error(read.problem)
    const g = await given()
    g.w.world.notifier = notifierBy(read, g.w.world.log)
    const letter = await g.letter()
    await deliverAll(g.w.world)
    expect(await g.ways(letter)).toBe(`${NO} → sms sent`)
    kept.push({ PhoneNumber: `+86${BAO}`, SerialNo: '5000:1', ReportStatus: 'FAIL' })
    g.w.world.notifier = notifierBy(read, g.w.world.log)
    await deliverAll(g.w.world)
    expect(await g.ways(letter)).toMatch(/sms failed undelivered → voice failed no-channel → call to-ring$/)
    const pulls = service.asked.filter(({ headers }) => headers['x-tc-action'] === 'PullSmsSendStatus')
    expect(pulls).toHaveLength(2)
  })
})

describe('Tencent Cloud’s voice messages', () => {
  const letter: Letter = {
    channel: 'voice',
    to: BAO,
    template: 'question.routed',
    text: '李律师给您打电话',
    params: { by: '李律师', at: '10月14日 9:12' },
    matter: 'question:abc',
    openid: async () => undefined,
  }
  const templates = new Map([
    ['question.routed', { id: '2221', params: ['by', 'at', 'phone'].map((name) => ({ name, from: name })) }],
  ])
  const lines: object[] = []
  const rings = (url: string, timeoutMs?: number) =>
    tencentVoice(
      { ...keys, appId: '1400006666', templates, url },
      (line) => void lines.push(line),
      undefined,
      timeoutMs,
    )

  it('are asked for by SendTtsVoice, signed, and read out twice', async () => {
    const service = await startVoice()
    expect(await rings(service.url)(letter)).toEqual({ said: 'sent', serial: 'call-1' })
    const [asked] = service.asked
    expect(asked?.body).toEqual({
      TemplateId: '2221',
      CalledNumber: `+86${BAO}`,
      VoiceSdkAppid: '1400006666',
      TemplateParamSet: ['李律师', '10月14日 9:12', '无'],
      PlayTimes: 2,
    })
    expect(asked?.headers).toMatchObject({ 'x-tc-action': 'SendTtsVoice', 'x-tc-version': '2020-09-02' })
  })
  it.each([
    ['FailedOperation.TemplateIdNotExist', 'refused'],
    ['InvalidParameterValue.CalledNumberVerifyFail', 'refused'],
    ['InternalError.RequestTimeException', 'failed'],
    ['gone', 'failed'],
    ['no JSON', 'failed'],
    ['silence', 'failed'],
  ])('%s is %s', async (code, says) => {
    const service = await startVoice({ [`+86${BAO}`]: code })
    expect(await rings(service.url, 300)(letter)).toBe(says)
    expect(JSON.stringify(lines)).not.toContain(BAO)
  })
  it('with another key nobody is rung', async () => {
    const service = await startVoice()
    const wrong = tencentVoice(
      { ...keys, secretKey: 'another', appId: '1', templates, url: service.url },
      () => undefined,
    )
    expect(await wrong(letter)).toBe('failed')
  })
  it('an answer that is none, a landline, a letter that isn’t registered', async () => {
    const service = await startService(() => ({ Response: {} }))
    expect(await rings(service.url)(letter)).toBe('failed')
    expect(await rings(service.url)({ ...letter, to: '0475-4912348' })).toBe('refused')
    expect(await rings(service.url)({ ...letter, template: 'aid.assigned' })).toBe('no-template')
    expect(service.asked).toHaveLength(1)
  })
  it('half a channel is told by name, and a wrong way of receipts too', () => {
    expect(channelsFrom({ VOICE_APP_ID: '1' })).toEqual({
      problem: 'VOICE_SECRET_ID and VOICE_SECRET_KEY and VOICE_TEMPLATES is not set: set all of VOICE_*, or none.',
    })
    const sms = { SMS_APP_ID: '1', SMS_SIGN: 's', SMS_SECRET_ID: 'i', SMS_SECRET_KEY: 'k', SMS_TEMPLATES: 'sms.none=1' }
    expect(channelsFrom({ ...sms, SMS_RECEIPTS: 'push' })).toMatchObject({
      problem: expect.stringMatching(/^SMS_RECEIPTS/),
    })
    expect(channelsFrom(sms)).not.toHaveProperty('problem')
  })
})

describe('receipts as Tencent Cloud brings them', () => {
  const SMS_IN_SECRET = 'the-end-of-the-address-0123'
  const served = async () => {
    const server = await startServer({ env: { MODE: 'production', SECRET, SMS_IN_SECRET } })
    const brings = (body: unknown, secret = SMS_IN_SECRET) => server.http('POST', `/told/${secret}`, body)
    return { ...server, brings }
  }
  const one = {
    user_receive_time: '2026-10-14 09:00:03',
    nationcode: '86',
    mobile: BAO,
    report_status: 'SUCCESS',
    errmsg: 'DELIVRD',
    description: 'ok',
    sid: 's-9',
  }
  const call = {
    result: '0',
    callid: 'c-9',
    mobile: BAO,
    nationcode: '86',
    start_calltime: '1',
    end_calltime: '2',
    fee: '1',
  }

  it('several letters at once, calls, and what is told beside a call; nobody’s number in the log', async () => {
    const { brings, lines, stop } = await served()
    try {
      for (const body of [
        [one, { ...one, sid: 's-10' }],
        { voiceprompt_callback: call },
        { voicekey_callback: { keypress: '1' } },
      ])
        expect((await brings(body)).status).toBe(200)
      expect(JSON.stringify(lines)).not.toContain(BAO)
    } finally {
      await stop()
    }
  })
  it('nothing is at another end of the address; what is no receipt is refused', async () => {
    const { brings, stop } = await served()
    try {
      expect((await brings([one], 'the-end-of-the-address-9999')).status).toBe(404)
      for (const body of [
        7,
        [{ ...one, mobile: 'x' }],
        [{ mobile: BAO }],
        { voiceprompt_callback: { ...call, mobile: 1 } },
      ])
        expect((await brings(body)).status).toBe(400)
    } finally {
      await stop()
    }
  })
})
