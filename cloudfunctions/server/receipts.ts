import type { Hono } from 'hono'
import { timingSafeEqual } from 'hono/utils/buffer'
import * as v from 'valibot'
import { check } from '@/contract/check'
import { countyHours } from '../notifier/deliver'
import { received } from '../notifier/receipts'
import type { Receipt } from '../ports'
import type { World } from '../world'
import { jsonWithin } from './body'
import type { DoorEnv } from './door'

const BODY_BYTES = 64 * 1024
const MOST = 200
const text = v.optional(v.string('wrong-type'), '')
const digits = v.pipe(v.string('wrong-type'), v.regex(/^\d{5,15}$/, 'bad-phone'))

/** 短信下发状态通知, https://cloud.tencent.com/document/product/382/59179 */
const ofSms = v.pipe(
  v.array(
    v.object({
      nationcode: text,
      mobile: digits,
      report_status: v.string('wrong-type'),
      errmsg: text,
      sid: v.string(),
    }),
    'wrong-type',
  ),
  v.maxLength(MOST, 'too-many'),
)
/** 语音通知状态, https://cloud.tencent.com/document/product/1128/37519: result 0 she answered, 1 not, 2 it broke. */
const call = v.object({
  nationcode: text,
  mobile: digits,
  callid: v.string('wrong-type'),
  result: v.string('wrong-type'),
})
const ofVoice = v.object({ voiceprompt_callback: v.optional(call) }, 'wrong-type')

const numberOf = ({ nationcode, mobile }: { nationcode: string; mobile: string }): string =>
  nationcode === '' || nationcode === '86' ? mobile : `+${nationcode}${mobile}`

/** What a body tells; undefined where it is no receipt at all. */
function receiptsIn(body: unknown): Receipt[] | undefined {
  const sms = check(ofSms, body)
  if (sms.ok)
    return sms.value.map((one) => ({
      number: numberOf(one),
      serial: one.sid,
      arrived: one.report_status === 'SUCCESS',
      code: one.errmsg || one.report_status,
    }))
  const voice = check(ofVoice, body)
  if (!voice.ok || Array.isArray(body)) return undefined
  const one = voice.value.voiceprompt_callback
  // What was pressed, and why it broke, is told beside it.
  return one ? [{ number: numberOf(one), serial: one.callid, arrived: one.result === '0', code: one.result }] : []
}

/**
 * Where Tencent Cloud tells which letters and calls arrived. Only it knows the end of the address; whoever doesn't finds
 * nothing there. The same brought twice changes nothing; what comes before its letter is written down it brings again.
 */
export function receiptsAt(app: Hono<DoorEnv>, world: World, secret: string) {
  app.post('/told/:secret', async (c) => {
    if (!(await timingSafeEqual(c.req.param('secret'), secret))) return c.notFound()
    const body = await jsonWithin(c, BODY_BYTES)
    const told = body.ok ? receiptsIn(body.value) : undefined
    if (!told) return c.json({ result: 1, errmsg: 'not a receipt' }, 400)
    const hours = countyHours(world)
    let early = false
    for (const receipt of told) early = (await received(world, receipt, hours)) === 'early' || early
    world.log({ level: 'info', what: 'receipts', told: told.length, early, trace: c.get('caller').trace })
    return early ? c.json({ result: 2, errmsg: 'too early' }, 503) : c.json({ result: 0, errmsg: 'OK' })
  })
}
