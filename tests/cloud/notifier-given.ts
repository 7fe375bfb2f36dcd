import { accountWrite, heldWrite, wechatAccount } from '../../cloudfunctions/accounts'
import { deliver, deliverAll } from '../../cloudfunctions/notifier/deliver'
import { credited, creditsIn, keepOpenid, purseOf } from '../../cloudfunctions/notifier/openids'
import { templatesFrom } from '../../cloudfunctions/notifier/templates'
import { type NoticeRecord, readNotice, recipientKey, write } from '../../cloudfunctions/outbox'
import type { Doc, Handed, Letter, Sent } from '../../cloudfunctions/ports'
import { readPerson, writePerson } from '../../cloudfunctions/records'
import { t } from '../domain/clock-given'
import { type Given, reach, world } from '../given-world'

/** Letters on their ways, and channels that do as they are told. `bao` has applied, and has a number and an account. */

export const BAO = '13900000002'
const REGISTERED = 'aid.assigned=tmplA:lawyer;aid.papers=tmplP:count;question.routed=tmplR:by'
export type Says = (letter: Letter) => Sent | Handed | Promise<Sent | Handed>

export async function given(at = '2026-10-14 09:00', options: { registered?: string } = {}) {
  const w = await world({ at: '2026-10-14 09:00' })
  const matter = await reach(w, 'submitted')
  const templates = templatesFrom('WECHAT_TEMPLATES', options.registered ?? REGISTERED)
  if ('problem' in templates) throw new Error(templates.problem)
  const sent: Letter[] = []
  const says: Record<Letter['channel'], Says> = { wechat: () => 'sent', sms: () => 'sent', voice: () => 'sent' }
  w.world.notifier = {
    send: async (letter) => {
      sent.push(letter)
      return says[letter.channel](letter)
    },
  }
  // What the application told has left by then.
  await deliverAll(w.world)
  sent.length = 0
  w.world.templates = templates
  w.set(at)
  const rows = async () => (await w.docs('notices')).map((doc) => readNotice(w.world, doc as Doc))
  let events = 100
  return {
    w,
    matter,
    sent,
    says,
    /** A letter of the matter, of one event more; to her account by WeChat where nothing else is said. */
    async letter(more: Partial<NoticeRecord> = {}): Promise<NoticeRecord> {
      events += 1
      const { to = 'bao', channel = 'wechat' } = more
      const record: NoticeRecord = {
        id: `${matter}:${String(events).padStart(6, '0')}:${recipientKey(w.world, to)}:${channel}`,
        at: w.now(),
        matter,
        channel,
        template: 'aid.papers',
        state: channel === 'app' ? 'delivered' : 'waiting',
        tries: 0,
        seen: channel !== 'app',
        to,
        text: '还缺 1 样材料',
        params: { count: '1', by: '高审查' },
        ...more,
      }
      await w.store.save([write(w.world, record, 0)])
      return record
    },
    rows,
    /** 「wechat failed refused → sms sent」: all ways of one notice, in their order. */
    async ways(of: NoticeRecord): Promise<string> {
      const stem = of.id.slice(0, of.id.indexOf(':', matter.length + 1))
      const order = ['app', 'wechat', 'sms', 'voice', 'call']
      const own = (await rows()).filter(({ id }) => id.startsWith(`${stem}:`))
      own.sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel))
      return own.map(({ channel, state, why }) => [channel, state, why].filter(Boolean).join(' ')).join(' → ')
    },
    /** She has a WeChat account and has said yes so often. */
    async agrees(template = 'tmplP', times = 1): Promise<void> {
      const openid = 'oBAO'
      const account = wechatAccount(w.world.seal, openid)
      if (!(await purseOf(w.world, 'bao'))) {
        await w.store.save([heldWrite('bao', { wechat: account, epoch: 0 }, 0)])
        await keepOpenid(w.world, openid)
      }
      for (let n = 0; n < times; n++) await credited(w.world, 'bao', [template])
    },
    /** An account kept before anybody counted. */
    async agreedLongAgo(): Promise<void> {
      const account = wechatAccount(w.world.seal, 'oBAO')
      const place = { collection: 'accounts', id: `openid:${account}`, field: 'openid' }
      const body = { sealed: w.world.seal.seal(place, 'oBAO') }
      await w.store.save([heldWrite('bao', { wechat: account, epoch: 0 }, 0), accountWrite(place.id, account, body, 0)])
    },
    async credits(template = 'tmplP'): Promise<number | undefined> {
      const purse = await purseOf(w.world, 'bao')
      return purse && creditsIn(purse, template)
    },
    async person(id: string, more: object): Promise<void> {
      const doc = await w.store.get('people', `p:${id}`)
      if (doc) await w.store.save([writePerson(w.world, { ...readPerson(w.world, doc), ...more }, doc.version)])
    },
    /** Everything that leaves from now until so many minutes later, each half minute. */
    async passes(minutes: number): Promise<void> {
      for (let n = 0; n <= minutes * 2; n++) {
        await deliverAll(w.world)
        w.advance(30_000)
      }
    },
    deliver: () => deliver(w.world),
    now: () => w.now(),
    told: (who: string) => toldBy(w, who),
    at: t,
  }
}
const toldBy = async (w: Given, who: string) => (await w.told()).filter((line) => line.startsWith(`${who} call.`))
