import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, forOther, uploaded, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const her = { name: '包群众', phone: '13900000011', idNumber: '110101199003077539' }
const opponent = (who: object) => ({ parties: [{ role: 'opponent' as const, name: '老赵', ...who }] })

describe('what cannot be true is told beside its field, and nothing is stored', () => {
  it.each<[what: string, said: string[], change: object]>([
    ['born after it happened', ['applicant.birth born-after-it'], { applicant: { name: '包', birth: '2010-05-01' } }],
    [
      'born after it happened, by her identity number',
      ['applicant.idNumber born-after-it'],
      { applicant: her, happened: '1989-12-31' },
    ],
    [
      'a birthday that her identity number denies',
      ['applicant.birth not-as-in-id'],
      { applicant: { ...her, birth: '1991-03-07' } },
    ],
    ['the last day before the thing itself', ['deadline before-it-happened'], { deadline: '2008-12-31' }],
    ['something that happens tomorrow', ['happened in-the-future'], { happened: '2026-10-13' }],
    ['a day that is none', ['happened bad-day'], { happened: '2026-02-30' }],
    ['her own number on the other side', ['parties.0.idNumber is-the-applicant'], opponent({ idNumber: her.idNumber })],
    ['her own name on the other side', ['parties.0.name is-the-applicant'], opponent({ name: her.name })],
    [
      'her own name and telephone on the other side',
      ['parties.0.phone is-the-applicant'],
      opponent({ name: her.name, phone: '139 0000 0011' }),
    ],
    ['a wrong check digit', ['applicant.idNumber id-check'], { applicant: { ...her, idNumber: '110101199003077530' } }],
    [
      'a wrong check digit of the other side',
      ['parties.0.idNumber id-check'],
      opponent({ idNumber: '110101199003077530' }),
    ],
    [
      'a credit code that is none',
      ['parties.0.creditCode bad-credit-code'],
      opponent({ creditCode: '91350100M000100Y44' }),
    ],
    ['a last day of 30 February', ['deadline bad-day'], { deadline: '2027-02-30' }],
  ])('%s', async (_, said, change) => {
    const county = await at(monday)
    const answer = await county.ask('bao', 'aid.submit', {
      ...wages({ applicant: her, happened: '2009-01-01' }),
      ...change,
    })
    expect([answer.status, ...wrongs(answer)]).toEqual([400, ...said])
    if (!answer.body.ok && 'invalid' in answer.body)
      for (const { message } of answer.body.invalid) expect(message).toMatch(/^\p{Script=Han}.*：.*\p{Script=Han}/u)
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  })

  it('the same name is somebody else where the numbers differ; a last day still to come is good', async () => {
    const county = await at(monday)
    const namesake = opponent({ name: her.name, idNumber: '11010519491231002X' })
    const days = { happened: '2026-06-01', deadline: '2027-05-31' }
    const { id } = await county.api('bao', 'aid.submit', wages({ applicant: her, ...namesake, ...days }))
    expect((await county.api('gao', 'matter.get', { id })).detail).toMatchObject(days)
  })

  it('the village’s form is checked alike, and all that is wrong is told at once', async () => {
    const county = await at(monday)
    const form = forOther({}, { applicant: her, happened: '1989-12-31', deadline: '1980-01-01', ...opponent(her) })
    expect(wrongs(await county.ask('zhou', 'aid.submit', form)).sort()).toEqual([
      'applicant.idNumber born-after-it',
      'deadline before-it-happened',
      'parties.0.idNumber is-the-applicant',
    ])
  })
})

describe('told later, it is checked as it was at first', () => {
  it('parties: the applicant among them is told beside the field, the others stay as they were', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages({ applicant: her }))
    const parties = [
      { role: 'opponent' as const, name: '老赵' },
      { role: 'third' as const, ...her },
    ]
    expect(wrongs(await county.ask('bao', 'aid.parties', { id, parties }))).toEqual([
      'parties.1.idNumber is-the-applicant',
    ])
    expect((await county.api('gao', 'matter.get', { id })).detail.parties).toMatchObject([{ name: '某建筑公司' }])
  })

  it('the applicant: an identity that stands on the other side already is refused', async () => {
    const county = await at(monday)
    const { idNumber } = her
    const { id } = await county.api(
      'bao',
      'aid.submit',
      wages({ applicant: { name: '包群众' }, ...opponent({ idNumber }) }),
    )
    expect(wrongs(await county.ask('bao', 'aid.complete', { id, applicant: { idNumber } }))).toEqual([
      'aid.party-is-applicant',
    ])
    expect((await county.api('gao', 'matter.get', { id })).detail.applicant).not.toHaveProperty('idNumber')
  })
})

describe('a file', () => {
  it('is judged by what is in it and by its name: a program, a page, a text that calls itself a photo', async () => {
    const county = await at(monday)
    const send = (bytes: Uint8Array<ArrayBuffer>, name: string) => uploaded(county, 'bao', bytes, name)
    expect(await send(samples.exe, '合同.jpg')).toBe('400 file not-allowed')
    expect(await send(samples.html, '合同.pdf')).toBe('400 file not-allowed')
    expect(await send(samples.svg, '图.png')).toBe('400 file not-allowed')
    expect(await send(samples.nothing, '空.jpg')).toBe('400 file empty')
    expect(await send(samples.png, '合同.pdf')).toBe('400 file not-what-it-says')
    expect(await send(samples.pdf, '照片.jpg')).toBe('400 file not-what-it-says')
    expect(await send(samples.mp3, '照片.jpg')).toBe('400 file not-what-it-says')
    // Phones call any picture .jpg, and many files have no ending at all.
    expect(await send(samples.png, '照片.jpg')).toMatch(/^f_/)
    expect(await send(samples.pdf, '合同')).toMatch(/^f_/)
  })

  it('of 100 MB is refused with the most there may be, and the server goes on', async () => {
    const county = await at(monday)
    const huge = new Uint8Array(100 * 1024 * 1024)
    huge.set(samples.jpeg)
    // Read and thrown away up to a patience; then the connection may break before the answer is read.
    const said = await uploaded(county, 'bao', huge, '视频.jpg').catch(() => 'broken off')
    expect(['400 file too-large', 'broken off']).toContain(said)
    expect(await uploaded(county, 'bao', samples.jpeg, '照片.jpg')).toMatch(/^f_/)
  })

  it('of 11 MB hears why', async () => {
    const county = await at(monday)
    const big = new Uint8Array(11 * 1024 * 1024)
    big.set(samples.jpeg)
    expect(await uploaded(county, 'bao', big, '视频.jpg')).toBe('400 file too-large')
  })

  it('ten photos are one too many; another person’s photo is not hers to send', async () => {
    const county = await at(monday)
    const own = await uploaded(county, 'bao', samples.jpeg, '一.jpg')
    const other = await uploaded(county, 'wu', samples.jpeg, '二.jpg')
    expect(wrongs(await county.ask('bao', 'aid.submit', wages({ evidence: Array(10).fill(own) })))).toEqual([
      'evidence too-many',
    ])
    expect(wrongs(await county.ask('bao', 'aid.submit', wages({ evidence: [own, other] })))).toEqual([
      'evidence.1 unknown-file',
    ])
    const { id } = await county.api('bao', 'aid.submit', wages({ evidence: [own] }))
    // What lies in one matter is not a paper of another.
    expect(wrongs(await county.ask('bao', 'aid.submit', wages({ evidence: [own] })))).toEqual([
      'evidence.0 unknown-file',
    ])
    const act = acting(county, id)
    await act('gao', 'aid.supplementList', { items: [{ key: 'a', text: '合同' }] })
    expect(wrongs(await county.ask('bao', 'aid.supplement', { id, items: [{ key: 'a', fileIds: [other] }] }))).toEqual([
      'items.0.fileIds.0 unknown-file',
    ])
  })
})
