import { describe, expect, it } from 'vitest'
import { invite } from '../../cloudfunctions/accounts'
import { wages } from '../journeys/given'
import { packagesOf } from './harness/report'
import { type Wired, wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'

async function codeFor(county: Wired, person: string): Promise<string> {
  const made = await invite(county.world, county.idOf(person))
  if ('refused' in made) throw new Error(made.refused)
  return made.code
}
/** The page to join by, as somebody comes to it whose WeChat nobody has registered. */
async function joining(county: Wired, account: string) {
  const she = county.held(account)
  she.phone.open('pages/me/index')
  await she.tap('我是工作人员')
  await she.on('roles/joining/invite/index')
  return she
}

describe('a WeChat account that nobody has registered', () => {
  it('is a resident’s: no desk is offered, and a desk’s page shows nothing', async () => {
    const county = await wired(MORNING)
    await county.does('bao', 'aid.submit', wages())
    const she = county.held('a new phone')
    she.phone.open('pages/me/index')
    await she.sees('我是工作人员')
    expect(she.can('去我的工作台')).toBe(false)
    she.phone.open('roles/centre/queue/index')
    await she.sees('您现在的身份不能办这一步')
    expect(she.has('包群众')).toBe(false)
  })

  it('bound with an invite opens its holder’s desk, on this day and after a restart', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const she = await joining(county, 'a new phone')
    await she.type('邀请码', (await codeFor(county, 'qin')).toLowerCase())
    await she.tap('绑定这个微信')
    await she.sees('秦审查，绑定好了')
    await she.tap('去工作台')
    await she.on('roles/centre/queue/index')
    await she.tap(/包群众/)
    await she.tap('给予援助，派李律')
    await she.sees('已给予援助，派给李律。')
    const { timeline } = await county.does('gao', 'matter.get', { id })
    expect(timeline.map(({ by }) => by)).toContain('秦审查')
    expect(packagesOf(she.phone)).toEqual(['roles/centre', 'roles/joining'])

    const later = county.held('a new phone', { storage: she.phone.storage })
    later.phone.open('pages/me/index')
    await later.sees('秦审查')
    await later.tap(/工作台/)
    await later.on('roles/centre/queue/index')
    expect(later.has('我是工作人员')).toBe(false)
  })

  it('stays a resident’s with a wrong code, a replaced one or a used one, and is told which', async () => {
    const county = await wired(MORNING)
    const replaced = await codeFor(county, 'qin')
    const code = await codeFor(county, 'qin')
    const he = await joining(county, 'a stranger')
    await he.tap('绑定这个微信')
    await he.sees('邀请码：还没填')
    await he.type('邀请码', '0000-0000-00000')
    await he.tap('绑定这个微信')
    await he.sees('没有这个邀请码，请对照纸上再输一遍。')
    await he.type('邀请码', replaced)
    await he.tap('绑定这个微信')
    await he.sees(/这个邀请码作废了/)

    const she = await joining(county, 'a new phone')
    await she.type('邀请码', code)
    await she.tap('绑定这个微信')
    await she.sees('秦审查，绑定好了')
    await he.type('邀请码', code)
    await he.tap('绑定这个微信')
    await he.sees('这个邀请码已经用过了。如果不是您用的，请马上告诉管理员。')
    he.phone.open('pages/me/index')
    await he.sees('我是工作人员')
    expect(he.can('去我的工作台')).toBe(false)
  })

  it('whose signal fails right after it was bound says so, and the same code goes through once more', async () => {
    const county = await wired(MORNING)
    const she = await joining(county, 'a new phone')
    await she.type('邀请码', await codeFor(county, 'qin'))
    she.signal.lose = 'session.bind'
    await she.tap('绑定这个微信')
    await she.sees(/网络不通/)
    await she.tap('绑定这个微信')
    await she.sees('秦审查，绑定好了')
  })
})
