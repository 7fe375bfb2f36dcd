import { expect, it } from 'vitest'
import { county } from '../journeys/given'
import {
  button,
  desk,
  phone,
  seen,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'
import { asked, field, happenedHere, nameIs, next, radio, received } from './apply-steps'

const { visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

/** A microphone that hums: what is recorded of it is a real recording. */
const humming = ({ page }: Visitor) =>
  page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const room = new AudioContext()
      const hum = room.createOscillator()
      const out = room.createMediaStreamDestination()
      hum.connect(out)
      hum.start()
      await room.resume()
      return out.stream
    }
  })
type Heard = { heard: string[] }
/** The voice of a phone, as far as a page uses it: what it is told to say, and where it is told to stop. */
const speaking = ({ page }: Visitor) =>
  page.addInitScript(() => {
    const heard: string[] = []
    const voice = { speak: ({ text }: { text: string }) => heard.push(text), cancel: () => heard.push('|') }
    Object.assign(window, { heard })
    Object.defineProperty(window, 'speechSynthesis', { value: voice })
  })
const heardBy = ({ page }: Visitor) =>
  page.evaluate(() => (window as unknown as Heard).heard.filter((each) => each !== '|'))

it('a recording is the application: nothing is typed of what happened, and the centre writes it down', async () => {
  const her = await visitor(phone)
  await humming(her)
  await signIn(her, '包群众', '/roles/resident/apply/index')
  const { page } = her
  await happenedHere(her)
  await next(her)
  await asked(her, '给谁申请？')
  await radio(her, /^自己/)
  await next(her)
  await asked(her, '是什么事？')
  await radio(her, '工钱')
  await next(her)
  await asked(her, '事情是怎么回事？')
  await next(her)
  await seen(page, '写几句经过，或者说出来').waitFor()
  await button(page, '按一下开始说').click()
  await seen(page, /说了 1.秒/).waitFor()
  await button(page, '说完了').click()
  await seen(page, /录好了/).waitFor()
  await shot(page, 'voice-story')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  await next(her)
  await asked(her, '对方是谁？')
  await next(her)
  await nameIs(her, '包群众', '13900000011')
  await asked(her, '家里困难，怎么说明？')
  await radio(her, /我做诚信承诺/)
  await button(page, /我承诺/).click()
  await asked(her, '办到哪一步，告诉谁？')
  await next(her)
  await asked(her, '发出前看一遍')
  await button(page, '提交申请').click()
  await received(page).waitFor()
  await button(page, '看这件事').click()
  await seen(page, '还没有写成文字').waitFor()
  await shot(page, 'voice-matter')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])

  const gao = await visitor(desk)
  await signIn(gao, '高审查', '/roles/centre/queue/index')
  await button(gao.page, /录音，还没有写成文字/).click()
  await button(gao.page, /^写成文字$/).click()
  await field(gao, '她说的话').fill('工地欠了我三个月的工资')
  await shot(gao.page, 'voice-transcribe')
  await button(gao.page, '存下文字').click()
  await seen(gao.page, '录音写成文字了。').waitFor()
  await button(gao.page, '改文字').waitFor()
  expect([...(await violations(gao.page)), ...(await tooWide(gao.page))]).toEqual([])

  await page.reload()
  await seen(page, '工地欠了我三个月的工资').waitFor()
  await seen(page, /高审查 .* 写成文字/).waitFor()
  expect(her.wrong).toEqual([])
})

it('a question is read aloud by the phone’s own voice, and is silent once she goes on', async () => {
  const her = await visitor(phone)
  await speaking(her)
  await signIn(her, '吴群众', '/roles/resident/apply/index')
  const { page } = her
  await happenedHere(her)
  await button(page, '读给我听').click()
  await button(page, '停下').waitFor()
  expect((await heardBy(her))[0]).toBe('事情发生在哪里？')
  await next(her)
  await asked(her, '给谁申请？')
  await button(page, '读给我听').waitFor()
  expect(await page.evaluate(() => (window as unknown as Heard).heard.at(-1))).toBe('|')
  await button(page, '读给我听').click()
  expect(await heardBy(her)).toContain('给谁申请？')
  expect(her.wrong).toEqual([])
})
