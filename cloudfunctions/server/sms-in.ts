import type { Hono } from 'hono'
import { timingSafeEqual } from 'hono/utils/buffer'
import * as v from 'valibot'
import { check } from '@/contract/check'
import { instantOf } from '@/domain/time'
import { answerBySms } from '../sms-answers'
import type { World } from '../world'
import { jsonWithin } from './body'
import type { DoorEnv } from './door'

const BODY_BYTES = 16 * 1024

/** 短信回复回调, https://cloud.tencent.com/document/product/382/59178; it has no id of its own. */
const reply = v.object(
  {
    nationcode: v.optional(v.string('wrong-type'), '86'),
    mobile: v.pipe(v.string('wrong-type'), v.regex(/^\d{5,15}$/, 'bad-phone')),
    text: v.pipe(v.string('wrong-type'), v.maxLength(2000, 'too-long')),
    time: v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(0, 'wrong-type')),
    extend: v.optional(v.string('wrong-type'), ''),
    sign: v.optional(v.string('wrong-type'), ''),
  },
  'wrong-type',
)

/**
 * Where Tencent Cloud brings what people answered by SMS. Only it knows the end of the address; whoever doesn't finds
 * nothing there. The same message brought twice is one.
 */
export function smsInAt(app: Hono<DoorEnv>, world: World, secret: string) {
  app.post('/sms/in/:secret', async (c) => {
    if (!(await timingSafeEqual(c.req.param('secret'), secret))) return c.notFound()
    const body = await jsonWithin(c, BODY_BYTES)
    const read = body.ok ? check(reply, body.value) : undefined
    if (!read?.ok) return c.json({ result: 1, errmsg: 'not a reply' }, 400)
    const { nationcode, mobile, text, time, extend, sign } = read.value
    const from = nationcode === '86' ? mobile : `+${nationcode}${mobile}`
    const key = JSON.stringify([nationcode, mobile, time, text, extend, sign])
    const heard = await answerBySms(world, { from, text, key, sentAt: instantOf(time * 1000) })
    world.log({ level: 'info', what: 'sms in', heard, trace: c.get('caller').trace })
    return c.json({ result: 0, errmsg: 'OK' })
  })
}
