import { describe, expect, it } from 'vitest'
import { question, questionNotices } from '@/domain/question'
import type { QuestionState } from '@/domain/question-types'
import { questionTemplates } from '@/words/question-notices'
import { actor, answer, asked, lawyer, pass, ref, route, type Story, s, say, take, tried } from './question-given'

const an = actor('an')
const bi = actor('bi')
const bao = actor('bao', 'resident')

/** Every letter of the story, `template channel recipient`, told of the question as it stood then. */
function letters({ events }: Story) {
  let state: QuestionState = question.initial
  return events.flatMap((event) => {
    state = question.evolve(state, event)
    if (state.stage === 'blank') throw new Error('blank')
    return questionNotices(event, state, { now: event.at, due: event.at })
  })
}
const said = (story: Story) => letters(story).map(({ template, channel, to }) => `${template} ${channel} ${to}`)
const since = (story: Story, before: Story) => said(story).slice(said(before).length)
const about = (story: Story, template: string) => letters(story).filter((letter) => letter.template === template)

const start = asked('9:00:00')
const taken = start.does('9:00:20', an, take)
const routed = taken.does('9:02:00', an, route('bi', s('10:00:00')))

describe('who is told', () => {
  it('she, that it came in; those who are asked, in the app and by subscription', () => {
    expect(said(start)).toEqual([
      'question.received app bao',
      'question.offer app an',
      'question.offer wechat an',
      'question.offer app bi',
      'question.offer wechat bi',
    ])
  })
  it('a lawyer’s telephone gets the digits he may answer with, the app doesn’t', () => {
    const people = [lawyer('an', { ownTown: true, ref: { ...ref('an'), phone: '13900000001' } })]
    const letter = about(asked('9:00:00', { people }), 'question.offer')
    expect(letter.map(({ channel, to }) => `${channel} ${to}`)).toEqual(['app an', 'wechat an', 'sms 13900000001'])
    const text = letter.map(({ template, params }) => questionTemplates[template]?.(params) ?? '')
    expect(text.map((each) => each.endsWith('回复 1 接，2 正忙，3 有利害关系。'))).toEqual([false, false, true])
  })
  it('nothing that is told names her, her number or what she said', () => {
    const story = routed.does('9:30:00', bi, tried(false)).until('10:01:00')
    const whole = JSON.stringify(letters(story).map(({ params }) => params))
    expect(whole).not.toMatch(/包|13812345678|工钱没给/)
    for (const { template, params } of letters(story)) {
      const text = questionTemplates[template]?.(params) ?? ''
      if (template !== 'clock.overdue')
        expect([template, text.length > 5, text.includes('undefined')]).toEqual([template, true, false])
    }
  })
  it('she, who has it; the others, who has it', () => {
    expect(since(taken, start)).toEqual(['question.taken app bao', 'question.taken wechat bao', 'question.gone app bi'])
  })
  it('the centre’s person, that he must', () => {
    const letters = about(start.until('9:05:30'), 'question.must-take')
    expect(letters.map(({ to, channel }) => `${channel} ${to}`)).toEqual(['app gao', 'wechat gao'])
  })
  it('a relieved taker, who has it now; she, who has it now', () => {
    const silent = taken.until('9:04:00')
    expect(since(silent.does('9:04:00', actor('ce'), take), silent)).toEqual([
      'question.taken app bao',
      'question.taken wechat bao',
      'question.gone app da',
      'question.gone app er',
      'question.gone app fu',
      'question.gone app ge',
      'question.gone app an',
    ])
  })
  it('given back, those who were told that somebody has it hear that it is open again', () => {
    const back = taken.does('9:00:50', an, pass())
    expect(since(back, taken).slice(0, 2)).toEqual(['question.again app bi', 'question.again app gao'])
  })
  it('the other side, of a word, once', () => {
    const talk = taken.does('9:01:00', bao, say).does('9:01:05', bao, say).does('9:02:00', an, say)
    expect(since(talk, taken)).toEqual(['question.word app an', 'question.word wechat an', 'question.reply app bao'])
  })
  it('she, who rings and when; whoever rings, unless he promised it himself', () => {
    expect(since(routed, taken)).toEqual([
      'question.routed app bao',
      'question.routed wechat bao',
      'question.ring-her app bi',
      'question.ring-her wechat bi',
    ])
    const himself = taken.does('9:02:00', an, route('an', s('10:00:00')))
    expect(since(himself, taken)).toEqual(['question.routed app bao', 'question.routed wechat bao'])
  })
  it('nobody at eight minutes: she, the one who rings, the supervisor, and those who needn’t any more', () => {
    const open = start.until('9:07:59')
    const told = since(open.until('9:08:00'), open)
    expect(told).toContain('question.routed wechat bao')
    expect(told).toContain('question.ring-her app gao')
    expect(told).toContain('question.alarm app sun')
    expect(told).toContain('question.gone app an')
    expect(told).not.toContain('question.gone app gao')
    const [early, late] = about(open.until('9:08:00'), 'question.alarm')
    expect([early?.params.by, late?.params.by]).toEqual([undefined, '高审查'])
  })
  it('a missed call-back: she gets the apology, the supervisor the alarm, once', () => {
    const missed = routed.until('12:00:00')
    expect(since(missed, routed)).toEqual([
      'question.callback-missed app bao',
      'question.callback-missed wechat bao',
      'clock.overdue app bi',
      'question.alarm-callback app sun',
    ])
  })
  it('she hears of each try, and after the third how it ended, not that it goes on', () => {
    const three = ['9:30:00', '9:40:00', '9:50:00'].reduce((story, at) => story.does(at, bi, tried(false)), routed)
    expect(since(three, routed)).toEqual([
      'question.tried app bao',
      'question.tried app bao',
      'question.unreached app bao',
    ])
  })
  it('whoever was responsible hears a no, and a yes needs no letter', () => {
    const done = taken.does('9:03:00', an, answer())
    expect(since(done, taken)).toEqual(['question.answered app bao', 'question.answered wechat bao'])
    expect(since(done.does('9:10:00', bao, { type: 'SayHelped', yes: false }), done)).toEqual([
      'question.not-helped app an',
    ])
    expect(since(done.does('9:10:00', bao, { type: 'SayHelped', yes: true }), done)).toEqual([])
  })
  it('withdrawn: the taker; nobody has it yet: those who were asked', () => {
    const gone = taken.does('9:03:00', bao, { type: 'WithdrawQuestion' })
    expect(since(gone, taken)).toEqual(['question.withdrawn app an'])
    const before = start.does('9:00:10', bao, { type: 'WithdrawQuestion' })
    expect(since(before, start)).toEqual(['question.withdrawn app an', 'question.withdrawn app bi'])
  })
  it('that she wants to hire him: she and the centre', () => {
    const hired = taken.does('9:03:00', an, { type: 'DeclareHire', note: '她自己提的' })
    expect(since(hired, taken)).toEqual(['question.hire app bao', 'question.hire-declared app gao'])
    const helped = asked('9:00:00', {}, { owner: undefined, helper: ref('mei'), tell: ['person', 'helper'] })
    const alone = helped.does('9:00:20', an, take).does('9:03:00', an, { type: 'DeclareHire', note: '她自己提的' })
    expect(about(alone, 'question.hire').map(({ to }) => to)).toEqual(['13812345678'])
  })
})

describe('how she is reached', () => {
  const received = (more: object) =>
    about(asked('9:00:00', {}, more), 'question.received').map(({ channel, to }) => `${channel} ${to}`)
  it('without an account, or behind a query code, by telephone', () => {
    expect(received({ owner: undefined })).toEqual(['sms 13812345678'])
    expect(received({ owner: 'code:question:1' })).toEqual(['sms 13812345678'])
  })
  it('entered for her: whom she chose, and before nobody whoever entered it', () => {
    const helper = { id: 'mei', name: '梅书记' }
    const mei = { owner: undefined, helper }
    expect(received({ ...mei, tell: ['person', 'helper'] })).toEqual(['sms 13812345678', 'app mei'])
    expect(received({ ...mei, tell: ['person'], personal: { asker: {} } })).toEqual(['app mei'])
    const kin = { asker: {}, kin: { name: '女儿', phone: '13800000009' } }
    expect(received({ ...mei, tell: ['kin'], personal: kin })).toEqual(['sms 13800000009'])
  })
  it('what time did late says how late', () => {
    const story = start.wakes('9:20:00')
    const routing = story.events.find(({ type }) => type === 'QuestionRouted')
    if (!routing) throw new Error('not routed')
    const letters = questionNotices(routing, story.state, { now: s('9:20:00'), due: s('9:01:30') })
    expect(new Set(letters.map(({ lateBy }) => lateBy))).toEqual(new Set(['PT12M']))
    const onTime = questionNotices(routing, story.state, { now: routing.at, due: routing.at })
    expect(onTime[0]?.at).toBe(s('9:20:00'))
  })
  it('each template has a sentence', () => {
    const story = routed.does('9:30:00', bi, tried(false)).until('10:01:00')
    const used = new Set(letters(story).map(({ template }) => template))
    expect([...used].filter((template) => !(template in questionTemplates))).toEqual(['clock.overdue'])
  })
})
