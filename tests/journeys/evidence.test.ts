import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionName, Input, Output } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { serve as serveApi } from '../../cloudfunctions/api/index'
import { serve as serveClock } from '../../cloudfunctions/clock/index'
import { cloudFiles, namesBy } from '../../cloudfunctions/cloudbase/files'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { worldOver } from '../../cloudfunctions/cloudbase/world'
import { loadCounty } from '../../cloudfunctions/county'
import { sealer } from '../../cloudfunctions/seal'
import { colourAt, decoded, fromAPhone, holds, LATITUDE } from '../cloud/evidence-given'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { samples } from '../support/sample-files'
import { at, opens, county as small, uploaded, wages } from './given'

/** A photograph on its way from a phone to those who may see it, and to nobody else. */

let cloud: CloudBase
beforeAll(async () => {
  cloud = await startCloudBase()
})
afterAll(() => cloud.stop())

/** The functions on the platform, its timer, and phones that send straight to its storage. */
async function platform() {
  const settings = cloud.fresh()
  const seal = sealer([{ id: 'k1', secret: 'a secret of this county alone, long enough' }])
  const lines: object[] = []
  const files = cloudFiles(settings, namesBy(seal))
  const world = worldOver(cloudStore(settings), seal, (line) => void lines.push(line), files)
  // The county's own ids, so that the platform's accounts are its people.
  const known = new Map(['gao', 'bao', 'wu'].map((who) => [who, `openid-of-${who}`]))
  const { people, layers, ...rest } = small()
  const accounts = new Map([...known].map(([who, openid]) => [who, seal.lookup('lookup', `openid ${openid}`)]))
  const named = (id: string) => accounts.get(id) ?? id
  const loaded = await loadCounty(world, {
    ...rest,
    people: people.map((person) => ({ ...person, id: named((person as { id: string }).id) })),
    layers: layers.map((layer) => ({ ...layer, people: layer.people.map(named) })),
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const [api, clock] = [serveApi(world), serveClock(world)]
  const context = (openid?: string) => ({
    environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid && { WX_OPENID: openid }) }),
  })
  let requests = 0
  const ask = async <A extends ActionName>(who: string, action: A, input: Omit<Input<A>, 'requestId'>) => {
    requests += 1
    const event = { action, input: { requestId: `request-${requests}`, ...input } }
    return (await api(event, context(known.get(who)))) as Reply<Output<A>>
  }
  const must = async <A extends ActionName>(who: string, action: A, input: Omit<Input<A>, 'requestId'>) => {
    const reply = await ask(who, action, input)
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return reply.value
  }
  return {
    ask,
    must,
    lines,
    stored: cloud.files(settings.env),
    beat: () => clock({ Type: 'Timer' }, context()),
    /** What the phone does: announced, sent to where it was told, said to have arrived. */
    async sends(who: string, bytes: Uint8Array, name: string) {
      const { fileId, path } = await must(who, 'file.begin', { name, size: bytes.length })
      cloud.files(settings.env).set(path, { bytes: Buffer.from(bytes), type: 'image/jpeg' })
      await must(who, 'file.arrived', { fileId })
      return fileId
    },
  }
}

describe('on the platform', () => {
  it('a photo goes straight to storage, is named, and opens only once it was looked at, only to whoever may see it', async () => {
    const { ask, must, sends, beat, stored, lines } = await platform()
    const photo = await fromAPhone(6)
    const fileId = await sends('bao', photo, '身份证-包群众.jpg')
    const { id } = await must('bao', 'aid.submit', wages({ evidence: [fileId] }))
    const shown = async (who: string) => (await must(who, 'matter.get', { id })).papers
    for (const who of ['bao', 'gao']) {
      expect(await shown(who)).toMatchObject([{ id: fileId, state: 'checking' }])
      expect(await ask(who, 'file.link', { fileId })).toMatchObject({ refused: 'file.not-ready' })
    }

    expect(await beat()).toMatchObject({ ok: true })

    expect((await shown('gao')).map(({ state }) => state)).toEqual([undefined])
    for (const who of ['bao', 'gao']) {
      const response = await fetch((await must(who, 'file.link', { fileId })).url)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect([holds(photo, LATITUDE), holds(bytes, LATITUDE), holds(bytes, 'Exif')]).toEqual([true, false, false])
      const picture = await decoded(bytes)
      expect([colourAt(picture, 0.5, 0.2), colourAt(picture, 0.5, 0.8)]).toEqual(['red', 'blue'])
    }
    expect(await ask('wu', 'file.link', { fileId })).toMatchObject({ refused: 'file.not-found' })
    // As it was sent it lies nowhere any more.
    expect([...stored.values()].map(({ bytes }) => holds(bytes, LATITUDE))).toEqual([false])
    expect(JSON.stringify(lines)).not.toMatch(/包群众|身份证/)
  })

  it('what is no photo is refused with a sentence, and the matter says so for good', async () => {
    const { ask, must, sends, beat, stored } = await platform()
    const fileId = await sends('bao', samples.heic, 'IMG_0001.HEIC')
    const { id } = await must('bao', 'aid.submit', wages({ evidence: [fileId] }))
    await beat()
    expect(await ask('gao', 'file.link', { fileId })).toMatchObject({
      refused: 'file.refused',
      message: expect.stringMatching(/HEIC.*JPEG/),
    })
    expect((await must('gao', 'matter.get', { id })).papers).toMatchObject([{ id: fileId, state: 'refused' }])
    expect(stored.size).toBe(0)
    // Nobody would look for what she believes she has handed in: she is told, and who answers for it, once each.
    await beat()
    const heard = async (who: string) => (await must(who, 'notice.list', {})).items.map(({ text }) => text)
    expect((await heard('bao')).filter((text) => /打不开.*高审查 会告诉您怎么交/.test(text))).toHaveLength(1)
    expect((await heard('gao')).filter((text) => /打不开.*再要一份/.test(text))).toHaveLength(1)
    expect((await must('bao', 'matter.get', { id })).timeline.at(-1)?.text).toBe('有一份材料打不开，要再交一份')
  })
})

describe('on a server of one’s own', () => {
  it('a photo is looked at before the answer, and opens to whoever may see the matter', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const fileId = await uploaded(county, 'bao', Uint8Array.from(await fromAPhone()), '工资条.jpg')
    expect(await opens(county, 'gao', fileId)).toBe(false)
    const { id } = await county.api('bao', 'aid.submit', wages({ evidence: [fileId] }))
    expect([await opens(county, 'gao', fileId), await opens(county, 'wu', fileId)]).toEqual([true, false])
    expect((await county.api('gao', 'matter.get', { id })).papers).toEqual([{ id: fileId, name: expect.any(String) }])
    const { url } = await county.api('gao', 'file.link', { fileId })
    const bytes = new Uint8Array(await (await fetch(county.url + url)).arrayBuffer())
    expect([holds(bytes, LATITUDE), colourAt(await decoded(bytes), 0.2, 0.5)]).toEqual([false, 'red'])
  })

  it('nothing that was refused or sent as it was stays on the disk', async () => {
    const county = await at('2026-10-12T09:00:00+08:00')
    const truncated = (await fromAPhone()).slice(0, -60)
    expect(await uploaded(county, 'bao', Uint8Array.from(truncated), '一.jpg')).toBe('400 file unreadable')
    const fileId = await uploaded(county, 'bao', samples.jpeg, '二.jpg')
    expect([await county.world.files.size(`incoming:${fileId}`), await opens(county, 'bao', fileId)]).toEqual([
      undefined,
      true,
    ])
  })
})
