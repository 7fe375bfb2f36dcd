import { describe, expect, it } from 'vitest'
import { serve as serveApi } from '../../cloudfunctions/api/index'
import { serve as serveClock } from '../../cloudfunctions/clock/index'
import { cloudWorld } from '../../cloudfunctions/cloudbase/world'
import { loadCounty } from '../../cloudfunctions/county'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { smallCounty } from '../support/small-county'

const SECRET = 'a secret of this county alone, long enough'
const as = (openid?: string) => ({
  environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid && { WX_OPENID: openid }) }),
})

/** A county whose person 包群众 is the account `openid-of-bao`. */
async function county() {
  const world = cloudWorld(memoryStore(), SECRET)
  if (!world) throw new Error('no world')
  const bao = world.seal.lookup('lookup', 'openid openid-of-bao')
  const people = smallCounty.people.map((person) => (person.id === 'bao' ? { ...person, id: bao } : person))
  const loaded = await loadCounty(world, { ...smallCounty, people })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return { world, api: serveApi(world), clock: serveClock(world) }
}

describe("the cloud's door for people", () => {
  it('knows a person by what the platform says of her', async () => {
    const { api } = await county()
    expect(await api({ action: 'session.me', input: {} }, as('openid-of-bao'))).toMatchObject({
      ok: true,
      value: { name: '包群众' },
    })
  })

  it('believes nothing about a person that the event says', async () => {
    const { api } = await county()
    const forged = {
      action: 'session.me',
      input: { WX_OPENID: 'openid-of-bao', person: 'gao' },
      WX_OPENID: 'openid-of-bao',
      openid: 'openid-of-bao',
      userInfo: { openId: 'openid-of-bao' },
      environment: as('openid-of-bao').environment,
    }
    for (const context of [as(), as('a-stranger'), {}, undefined])
      expect(await api(forged, context)).toMatchObject({ ok: false, refused: 'session.missing' })
  })

  it.each([null, undefined, {}, { action: 'aid.nonsense' }, { action: 'constructor' }, { action: 5 }])(
    'has no action in %j',
    async (event) => {
      const { api } = await county()
      expect(await api(event, as('openid-of-bao'))).toMatchObject({ ok: false, refused: 'action.not-found' })
    },
  )

  it('lets a visitor look up what visitors may', async () => {
    const { api } = await county()
    expect(await api({ action: 'unit.list', input: { kind: 'town' } }, as())).toMatchObject({ ok: true })
  })
})

describe("the cloud's door for time", () => {
  it('lets the timer in, and never a person who sends its event', async () => {
    const { clock } = await county()
    expect(await clock({ Type: 'Timer' }, as())).toMatchObject({ ok: true, touched: 0, more: false })
    expect(await clock({ Type: 'Timer' }, as('openid-of-bao'))).toMatchObject({ ok: false, refused: 'permission.role' })
    expect(await clock({}, as())).toMatchObject({ ok: false, refused: 'permission.role' })
  })
})
