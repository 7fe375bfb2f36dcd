import { accountWords } from '@/words/account'
import { forgetOpenid } from './notifier/openids'
import { write as noticeWrite, readNotice } from './outbox'
import { StoreBusy } from './ports'
import { profileOf, profileWrite } from './profiles'
import { isPerson, type PersonRecord, personId, readPerson, writePerson } from './records'
import type { World } from './world'

/** What is kept of a person outside her matters: her own words about herself, her letters, her WeChat account. */

const TRIES = 12

/** Whether the bureau entered her for work: then her record is the bureau's, and its to change. */
export const isStaff = ({ roles }: Pick<PersonRecord, 'roles'>): boolean =>
  roles.some(({ role }) => role !== 'resident')

/** Name, number, birth and language as she gave them; a resident's record loses them too. */
export async function eraseProfile(world: World, person: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [own, doc] = await Promise.all([profileOf(world, person), world.store.get('people', personId(person))])
    const record = doc && isPerson(doc) ? readPerson(world, doc) : undefined
    const { phone: _, birth: _b, ...bare } = record ?? { phone: '', birth: '' }
    const known =
      record && !isStaff(record) && (record.phone || record.birth || record.name !== accountWords.wechatUser)
    const writes = [
      ...(own.version > 0 && Object.keys(own.record).length > 0 ? [profileWrite(world, person, {}, own.version)] : []),
      ...(known && doc && 'id' in bare
        ? [writePerson(world, { ...bare, name: accountWords.wechatUser }, doc.version)]
        : []),
    ]
    if (writes.length === 0 || (await world.store.save(writes)).ok) return
  }
  throw new StoreBusy('profile: somebody keeps writing')
}

const PAGE = 50

/** Once its matters are shut or go on without it: her letters, and the way for new ones. */
export async function eraseAccount(world: World, person: string): Promise<void> {
  await eraseProfile(world, person)
  await forgetOpenid(world, person)
  // What was blanked is no longer listed under her, so the first page is always what is left.
  for (;;) {
    const { docs } = await world.store.list('notices', { index: 'byRecipient', where: { to: person }, limit: PAGE })
    if (docs.length === 0) return
    for (const doc of docs) {
      const { params: _, more: _m, rang: _r, ...rest } = readNotice(world, doc)
      const state = rest.state === 'waiting' ? ({ state: 'failed', why: 'expired' } as const) : {}
      await world.store.save([noticeWrite(world, { ...rest, ...state, seen: true, to: '', text: '' }, doc.version)])
    }
  }
}
