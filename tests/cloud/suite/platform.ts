import { beforeAll, describe, expect, it } from 'vitest'
import { type CloudDatabase, cloudApp } from '../../../cloudfunctions/cloudbase/app'
import { answered, codeOf, meaningOf } from '../../../cloudfunctions/cloudbase/errors'
import type { CloudSettings } from '../../../cloudfunctions/cloudbase/settings'

type Told = (what: string, answer: unknown) => void

/** What the store takes for granted about the platform, each tried on its own; `tell` hears how it answered. */
export function platformSuite(name: string, open: () => Promise<CloudSettings>, tell: Told = () => {}) {
  describe(`${name}: what the store takes for granted`, () => {
    let db: CloudDatabase
    beforeAll(async () => {
      db = cloudApp(await open(), 30_000).database()
    })
    const at = (id: string) => db.collection('rota').doc(id)
    const failed = async (call: Promise<unknown>): Promise<unknown> => {
      try {
        await answered(call)
        return undefined
      } catch (error) {
        return error
      }
    }
    const number = async (id: string) => (await answered(at(id).get())).data[0]?.n

    it('a taken id is told as a duplicate', async () => {
      await answered(db.collection('rota').add({ _id: 'taken', n: 1 }))
      const error = await failed(db.collection('rota').add({ _id: 'taken', n: 2 }))
      tell('a taken id', codeOf(error))
      expect(meaningOf(error)).toBe('duplicate')
      expect(await number('taken')).toBe(1)
    })
    it('a taken id is told as a duplicate or a conflict within a transaction too', async () => {
      await answered(db.collection('rota').add({ _id: 'taken within', n: 1 }))
      const transaction = await answered<ReturnType<CloudDatabase['startTransaction']>>(db.startTransaction())
      const error = await failed(transaction.collection('rota').add({ _id: 'taken within', n: 2 }))
      tell('a taken id within a transaction', codeOf(error))
      await failed(transaction.rollback())
      expect(['duplicate', 'conflict']).toContain(meaningOf(error))
    })
    it('a change by id and version says 1 where it changed something and 0 where nothing matched', async () => {
      await answered(db.collection('rota').add({ _id: 'one', version: 1 }))
      const change = (version: number) =>
        answered(
          db
            .collection('rota')
            .options({ raw: true })
            .where({ _id: 'one', version })
            .update({ $set: { version: 2 } }),
        )
      const counts = [(await change(1)).updated, (await change(1)).updated]
      const same = (await change(2)).updated
      tell('`updated` of a change that changes nothing (the store never makes one)', same)
      expect(counts).toEqual([1, 0])
    })
    it('a transaction keeps what it read, and cannot write what somebody else wrote since', async () => {
      await answered(db.collection('rota').add({ _id: 'read', n: 1 }))
      const transaction = await answered<ReturnType<CloudDatabase['startTransaction']>>(db.startTransaction())
      await answered(transaction.collection('rota').doc('read').get())
      await answered(at('read').update({ n: 2 }))
      const again: { data?: { n?: number } } = await answered(transaction.collection('rota').doc('read').get())
      tell('what a transaction reads of a document that was changed since it read it (1: a snapshot)', again.data?.n)
      const error =
        (await failed(transaction.collection('rota').doc('read').set({ n: 3 }))) ?? (await failed(transaction.commit()))
      tell('writing it', codeOf(error))
      await failed(transaction.rollback())
      expect(meaningOf(error)).toBe('conflict')
      expect(await number('read')).toBe(2)
    })
    it('of two transactions that read and write one document, one loses', async () => {
      await answered(db.collection('rota').add({ _id: 'both', n: 0 }))
      const both = [await answered(db.startTransaction()), await answered(db.startTransaction())] as Awaited<
        ReturnType<CloudDatabase['startTransaction']>
      >[]
      // Both have read it, so neither can have begun after the other had ended.
      for (const transaction of both) await answered(transaction.collection('rota').doc('both').get())
      const errors = await Promise.all(
        both.map(async (transaction, mine) => {
          const error =
            (await failed(
              transaction
                .collection('rota')
                .doc('both')
                .set({ n: mine + 1 }),
            )) ?? (await failed(transaction.commit()))
          await failed(transaction.rollback())
          return error
        }),
      )
      const lost = errors.filter((error) => error !== undefined)
      tell('losing', lost.map(codeOf).join())
      expect(lost.map(meaningOf).filter((meaning) => meaning !== 'conflict' && meaning !== 'busy')).toEqual([])
      expect(lost).toHaveLength(1)
      expect(errors[Number(await number('both')) - 1]).toBeUndefined()
    })
    it('a rolled back transaction leaves nothing', async () => {
      const transaction = await answered<ReturnType<CloudDatabase['startTransaction']>>(db.startTransaction())
      await answered(transaction.collection('rota').add({ _id: 'never', n: 1 }))
      await answered(transaction.rollback())
      expect(await number('never')).toBeUndefined()
    })
    it('twenty documents of 64 KB go into one transaction', async () => {
      const transaction = await answered<ReturnType<CloudDatabase['startTransaction']>>(db.startTransaction())
      const body = 'x'.repeat(64 * 1024)
      for (let one = 0; one < 20; one++)
        await answered(transaction.collection('rota').add({ _id: `large ${one}`, body }))
      await answered(transaction.commit())
      tell('twenty documents of 64 KB', 'committed')
      expect((await answered(at('large 19').get())).data[0]?.body).toHaveLength(64 * 1024)
    })
    it('texts come after numbers and before booleans, and ids order what is equal', async () => {
      const values = [false, 'b', 2, true, 'a', 1, 'a']
      for (const [id, wakeAt] of values.entries())
        await answered(db.collection('matters').add({ _id: `sorted ${id}`, wakeAt }))
      const all = db.collection('matters').options({ raw: true }).where({})
      const found = await answered(all.orderBy('wakeAt', 'asc').orderBy('_id', 'asc').limit(100).get())
      expect(found.data.map(({ wakeAt }: { wakeAt: unknown }) => wakeAt)).toEqual([1, 2, 'a', 'a', 'b', false, true])
      expect(found.data[2]?._id).toBe('sorted 4')
    })
  })
}
