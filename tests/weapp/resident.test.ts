import { describe, expect, it } from 'vitest'
import { wages } from '../journeys/given'
import { samples } from '../support/sample-files'
import { APPLY, answersAll, happenedHere, next } from './apply-steps'
import { packagesOf } from './harness/report'
import { wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'
const CODE = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}/

describe('a resident in WeChat', () => {
  it('finds who is on duty, applies question by question, and leaves with a code that tracks her matter', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.phone.open('pages/home/index')
    await her.sees('问、申请、派律师，都不要钱')
    await her.tap(/选您在的嘎查、村/)
    await her.tap('甲镇')
    await her.choose('东嘎查')
    await her.sees('高审查')
    await her.tap(/申请法律援助/)
    await answersAll(her)
    for (const answer of ['自己', '在本旗', '甲镇 东嘎查', '劳动监察大队', '工地欠了我三个月的工资', '诚信承诺'])
      expect(her.seen()).toContain(answer)
    await her.tap('提交申请')

    await her.sees(/收到了/)
    await her.sees(/最晚今天 24:00 ?前/)
    const code = CODE.exec(her.seen())?.[0] ?? ''
    expect(await county.does('wu', 'matter.track', { code })).toMatchObject({ stage: 'submitted' })

    await her.tap('看这件事')
    await her.on('pages/matter/index')
    await her.sees('法律援助：工钱')
    await her.sees('高审查')
    await her.tap(/为什么？/)
    await her.sees(/承诺 10 月 12 日当天办/)
    her.phone.open('pages/matters/index')
    await her.tap(/法律援助：工钱/)
    await her.on('pages/matter/index')
    await her.sees('等审查')
    expect(packagesOf(her.phone)).toEqual(['roles/resident'])
  })

  it('is told at the question what is missing, and goes back one question at a time', async () => {
    const county = await wired(MORNING)
    const her = county.held('wu')
    her.phone.open(APPLY)
    await her.sees('事情发生在哪里？')
    await next(her)
    await her.sees('选一个：在本旗，还是在外地')
    await happenedHere(her)
    await next(her)
    await her.sees('给谁申请？')
    await her.choose(/^自己/)
    await next(her)
    await her.sees('是什么事？')
    await her.tap('上一步')
    await her.sees('给谁申请？')
    expect(her.chosen(/^自己/)).toBe(true)
  })

  it('tells her story aloud; where the microphone is refused she is told what else she can do', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.voice(samples.mp3)
    her.phone.open(APPLY)
    await happenedHere(her)
    await next(her)
    await her.choose(/^自己/)
    await next(her)
    await her.choose('工钱')
    await next(her)
    her.phone.given.deaf = true
    await her.tap('按一下开始说')
    await her.sees('也可以写下来')
    her.phone.given.deaf = false
    await her.tap('按一下开始说')
    await her.tap('说完了')
    await her.sees(/录好了，3 秒/)
    await her.waits('the voice in storage', () => her.sent.includes('file.arrived') && her.phone.idle())
    expect([...county.bytes.values()]).toEqual([samples.mp3])
  })

  it('takes her application back after one question', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const her = county.held('bao')
    her.phone.open(`pages/matter/index?id=${id}`)
    await her.tap('撤回申请')
    await her.sees('撤回这个申请吗？')
    await her.tap('撤回申请')
    await her.sees('已撤回')
    expect((await county.does('bao', 'matter.get', { id })).stage).toBe('withdrawn')
  })

  it('reads her notices on her own page', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    await county.does('gao', 'aid.supplementList', { id, items: [{ key: 'identity', text: '身份证' }] })
    const her = county.held('bao')
    her.phone.open('pages/me/index')
    await her.sees('包群众')
    await her.tap(/材料/)
    await her.on('pages/matter/index')
    await her.sees(/还缺 1 样材料/)
  })
})

describe('after it was sent', () => {
  const asked = [
    { key: 'id-card', text: '身份证正面和背面' },
    { key: 'wages', text: '工资条' },
  ]

  it('she answers a list of papers in words, one now and one later', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    await county.does('gao', 'aid.supplementList', { id, items: asked })
    const her = county.held('bao')
    her.phone.open(`pages/matter/index?id=${id}`)
    await her.tap('去补材料')
    await her.sees('也可以打电话说明')
    await her.tap('发出')
    await her.sees('先给一样拍张照片，或者写一句说明。')
    await her.type(/就写一句说明/, '工资都是现金发的')
    await her.tap(/先发这 1 样/)
    await her.sees(/收到了，还差 1 样/)
    await her.type(/就写一句说明/, '身份证丢了，正在补办')
    await her.tap('发出')
    await her.sees('收齐了')
    expect((await county.does('gao', 'matter.get', { id })).stage).toBe('submitted')
  })

  it('a photo goes straight to storage, is looked at, and opens for the reviewer; a lost one is said so', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    await county.does('gao', 'aid.supplementList', { id, items: asked.slice(0, 1) })
    const her = county.held('bao')
    her.phone.open(`roles/resident/papers/index?id=${id}`)
    await her.sees('加照片')
    her.photo(samples.png)
    her.signal.cut = true
    await her.tap('加照片')
    await her.sees(/再发|没传上/)
    her.signal.cut = false
    await her.tap(/再发|没传上/)
    await her.waits(
      'the photo',
      () => her.can(/^第 1 张照片$/) && her.sent.includes('file.arrived') && her.phone.idle(),
    )
    await her.waits('nothing failed', () => !her.has(/再发|没传上/))
    await her.tap('发出')
    await her.sees('收齐了')
    const { detail } = await county.does('gao', 'matter.get', { id })
    const [fileId = ''] = detail.papersAsked?.lists[0]?.items[0]?.answered?.files ?? []
    expect(fileId).toMatch(/^f_/)
    await expect(county.does('gao', 'file.link', { fileId })).rejects.toThrow('file.not-ready')
    await county.timer()
    expect((await county.does('gao', 'file.link', { fileId })).url).toBe(`https://bucket.example/${fileId}`)
    await expect(county.does('wu', 'file.link', { fileId })).rejects.toThrow('file.not-found')
  })

  it('she rates with two stars and is told who rings', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const lawyer = (await county.does('gao', 'aid.grant', { id })).detail.lawyer?.id ?? ''
    expect(lawyer).toBe(county.idOf('li'))
    await county.does('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await county.does('li', 'aid.take', { id })
    await county.does('li', 'aid.close', { id, result: 'settled', text: '双方和解，当天付清' })
    await county.does('gao', 'aid.reviewClose', { id, ok: true })
    const her = county.held('bao')
    her.phone.open(`pages/matter/index?id=${id}`)
    await her.tap('去评价')
    await her.tap('发出评价')
    await her.sees('先选一个：您满意吗？')
    await her.choose('不满意')
    await her.type(/想说的话/, '开庭没有告诉我')
    await her.tap('发出评价')
    await her.sees('您不满意，我们记下了')
    her.phone.pass(5000)
    await her.tap('看这件事')
    await her.sees('给的评价')
    expect((await county.does('gao', 'matter.get', { id })).detail.rating).toMatchObject({ stars: 2 })
  })
})

describe('a visitor', () => {
  it('whom the platform knows and the county does not tracks by the code, and sees no name', async () => {
    const county = await wired(MORNING)
    const { code = '' } = await county.does('bao', 'aid.submit', wages())
    const her = county.held('a-stranger')
    her.phone.open('pages/track/index')
    await her.type(/查询码/, '0000-0000-00000')
    await her.tap('查')
    await her.sees(/请核对查询码/)
    await her.type(/查询码/, code.toLowerCase())
    await her.tap('查')
    await her.sees('等审查')
    expect(her.has(/包群众|某建筑公司/)).toBe(false)
    expect(packagesOf(her.phone)).toEqual([])
  })

  it('whom nobody registered is a resident of her own: no desk, and nobody else’s matter', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const her = county.held('a-stranger')
    her.phone.open('pages/me/index')
    await her.sees('字的大小')
    await her.waits('an answer', () => her.phone.idle())
    expect(her.has('包群众')).toBe(false)
    expect(her.can(/工作台/)).toBe(false)
    her.phone.open(`pages/matter/index?id=${id}`)
    await her.waits('an answer', () => her.sent.includes('matter.get') && her.phone.idle())
    expect(her.has(/法律援助：工钱|某建筑公司/)).toBe(false)
  })
})
