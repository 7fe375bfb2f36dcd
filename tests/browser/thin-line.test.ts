import { expect, it, onTestFinished } from 'vitest'
import { grievanceCounty } from '../journeys/grievance-given'
import { button, phone, seen, signIn, type Visitor, withBrowser } from '../support/browser'
import { answersAll, received as applied } from './apply-steps'
import { asked, inEast, send as sendQuestion, waiting, writes as writesQuestion } from './ask-steps'
import { received, submit, text, words, writes } from './report-steps'
import { answersFirst, heading, onThursday, planned, radio, toCheck } from './visit-steps'

// Slow 2G as it is beyond the last mast: each task is done, nothing typed is lost, nothing is sent twice.
const now = '2026-10-14T09:10:00+08:00'
const { at, visitor } = withBrowser({ now, county: planned })
const grievances = withBrowser({ now, county: grievanceCounty() })

const KILOBIT_BYTES = 1000 / 8
const slow2g = {
  offline: false,
  latency: 500,
  downloadThroughput: 50 * KILOBIT_BYTES,
  uploadThroughput: 50 * KILOBIT_BYTES,
}
const home = '/pages/home/index'

/**
 * From now on the line is thin, one request in twenty is lost on its way, the first page's file among them; and of the
 * first time `command` is sent the answer is lost, which she can't tell from the other.
 */
async function outside({ page, context }: Visitor, command: string) {
  const line = await context.newCDPSession(page)
  const be = (conditions: typeof slow2g) => line.send('Network.emulateNetworkConditions', conditions)
  await line.send('Network.enable')
  await be(slow2g)
  onTestFinished(() => be({ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }).then(() => {}))
  const line20 = { begun: 0, sent: 0, lost: [] as string[] }
  await page.route('**/*', async (route) => {
    line20.begun += 1
    const url = route.request().url()
    if (url.endsWith(`/api/${command}`)) {
      line20.sent += 1
      if (line20.sent === 1) await route.fetch()
      return line20.sent === 1 ? route.abort() : route.continue()
    }
    if (line20.begun % 20 !== 2) return route.continue()
    line20.lost.push(new URL(url).pathname)
    return route.abort()
  })
  return line20
}

/** Presses what leads to a page, and is told at once that it takes a while. */
async function opens({ page }: Visitor, door: RegExp) {
  await button(page, door).click()
  await page.getByText('正在打开，网络慢，请稍等').waitFor()
}

async function asks() {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众', home)
  await inEast(her)
  const line = await outside(her, 'question.ask')
  await opens(her, /^问律师/)
  await writesQuestion(her, { open: true })
  await sendQuestion(her)
  await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
  const typed = page.getByRole('textbox', { name: /写下来/ }).filter({ visible: true })
  expect(await typed.inputValue()).toBe(asked)
  await button(page, '再发一次').click()
  await waiting(her)
  expect((await at.server.api('bao', 'matter.list', { kind: 'question' })).items).toHaveLength(1)
  await her.goto('/pages/matters/index')
  await button(page, /工钱/).click()
  await waiting(her)
  expect(line.lost.some((path) => path.endsWith('.js'))).toBe(true)
}

async function applies() {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众', home)
  await outside(her, 'aid.submit')
  await opens(her, /^申请法律援助/)
  await answersAll(her)
  await button(page, '提交申请').click()
  await seen(page, /还没送出去/).waitFor()
  await button(page, '再发一次').click()
  await applied(page).waitFor()
  expect((await at.server.api('bao', 'matter.list', { kind: 'aid' })).items).toHaveLength(1)
}

async function books() {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '吴群众', home)
  await outside(her, 'visit.book')
  await opens(her, /约时间/)
  await answersFirst(her, /^打电话/, '工钱')
  await onThursday(her)
  await radio(her, /^14:30/).click()
  await toCheck(her)
  await button(page, '约好').click()
  await seen(page, '还没约上，只存在这部手机里。急事请打电话。').waitFor()
  await button(page, '再发一次').click()
  await heading(her, '约好了').waitFor()
  expect((await at.server.api('wu', 'matter.list', { kind: 'visit' })).items).toHaveLength(1)
}

async function reports() {
  const her = await grievances.visitor(phone)
  const { page } = her
  await signIn(her, '包群众', home)
  await outside(her, 'grievance.submit')
  await opens(her, /^反映问题/)
  await writes(her)
  await submit(her)
  await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
  expect(await text(her).inputValue()).toBe(words)
  await submit(her)
  await received(her)
  const { items } = await grievances.at.server.api('bao', 'matter.list', { kind: 'grievance' })
  expect(items).toHaveLength(1)
}

// Four phones at once, for what takes long is the line: the machine has nothing to do meanwhile.
it('she asks a lawyer and follows it, applies for legal aid, books an hour, and reports what is wrong', async () => {
  const tasks = { asks, applies, books, reports }
  const failed: Record<string, unknown> = {}
  await Promise.all(
    Object.entries(tasks).map(([name, does]) =>
      does().catch((error) => {
        failed[name] = error
      }),
    ),
  )
  expect(failed).toEqual({})
})
