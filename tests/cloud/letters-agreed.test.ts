import { describe, expect, it } from 'vitest'
import { serve } from '../../cloudfunctions/api/index'
import { worldOver } from '../../cloudfunctions/cloudbase/world'
import { loadCounty } from '../../cloudfunctions/county'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { openidOf } from '../../cloudfunctions/notifier/openids'
import { templatesFrom } from '../../cloudfunctions/notifier/templates'
import { sealer } from '../../cloudfunctions/seal'
import { smallCounty } from '../support/small-county'

const OPENID = 'openid-of-tuya'
const as = (openid?: string) => ({
  environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid && { WX_OPENID: openid }) }),
})

async function county(registered = 'question.answered=tmpl1:by;question.routed=tmpl2:by;question.offer=tmpl3:place') {
  const lines: object[] = []
  const store = memoryStore()
  const base = worldOver(store, sealer([{ id: 'k1', secret: 'a secret of this county alone, long' }]), (line) =>
    lines.push(line),
  )
  const templates = templatesFrom('WECHAT_TEMPLATES', registered)
  if ('problem' in templates) throw new Error(templates.problem)
  const world = { ...base, templates }
  const loaded = await loadCounty(world, smallCounty)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return { world, lines, api: serve(world) }
}

describe('letters by WeChat', () => {
  it('she is asked for what somebody who asks waits for, and only for what the county has registered', async () => {
    const { api } = await county()
    expect(await api({ action: 'notice.templates' }, as(OPENID))).toMatchObject({
      value: {
        items: [
          { template: 'question.answered', id: 'tmpl1' },
          { template: 'question.routed', id: 'tmpl2' },
        ],
      },
    })
    const none = await county('')
    expect(await none.api({ action: 'notice.templates' }, as(OPENID))).toMatchObject({ value: { items: [] } })
  })
  it('who said yes is kept, sealed, and once; who didn’t isn’t kept anywhere', async () => {
    const { api, world, lines } = await county()
    const person = world.seal.lookup('lookup', `openid ${OPENID}`)
    expect(await openidOf(world, person)).toBeUndefined()
    for (const _ of [1, 2])
      expect(await api({ action: 'notice.agree', input: {} }, as(OPENID))).toMatchObject({ value: { kept: true } })
    expect(await openidOf(world, person)).toBe(OPENID)
    const { docs } = await world.store.list('accounts', { index: 'byPerson', where: { person }, limit: 10 })
    expect(JSON.stringify([docs, lines])).not.toContain(OPENID)
  })
  it('a visitor, whom the platform doesn’t name, agrees to nothing', async () => {
    const { api } = await county()
    expect(await api({ action: 'notice.agree', input: { openid: OPENID } }, as())).toMatchObject({
      refused: 'session.missing',
    })
  })
})
