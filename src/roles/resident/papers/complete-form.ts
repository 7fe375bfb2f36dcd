import type { Photo } from '@/client/draft'
import { revivedPhotos } from '@/client/kept'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { AidDetail } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { completeWords, papersWords } from '@/words/papers'
import { problemText } from '@/words/problems'

/** What was left for later, as it is being filled in. Empty texts are what isn't known. */
export type CompleteForm = {
  route?: 'promise' | 'proof'
  income: string
  groups: string[]
  idNumber: string
  phone: string
  photos: Photo[]
  lost: number
}

/** As it stands in the matter: what isn't touched is not sent. Numbers are shown with stars in them and start empty. */
export const formOf = ({ route, income = '', groups = [] }: AidDetail): CompleteForm => ({
  ...(route && { route }),
  income,
  groups,
  idNumber: '',
  phone: '',
  photos: [],
  lost: 0,
})

export function revivedForm(form: CompleteForm): CompleteForm {
  const photos = revivedPhotos(form.photos)
  return { ...form, photos, lost: form.photos.length - photos.length }
}

export function inputOf(form: CompleteForm, before: CompleteForm): Omit<Input<'aid.complete'>, 'id' | 'requestId'> {
  const changed = (name: 'income' | 'idNumber' | 'phone') => {
    const text = form[name].trim()
    return text !== '' && text !== before[name] ? text : undefined
  }
  const [income, idNumber, phone] = [changed('income'), changed('idNumber'), changed('phone')]
  const evidence = form.photos.flatMap(({ fileId }) => fileId ?? [])
  const groups = [...form.groups].sort().join() !== [...before.groups].sort().join()
  return {
    ...((idNumber || phone) && { applicant: { ...(idNumber && { idNumber }), ...(phone && { phone }) } }),
    ...(form.route && form.route !== before.route && { route: form.route }),
    ...(income && { income }),
    ...(groups && { groups: form.groups }),
    ...(form.route === 'proof' && evidence.length > 0 && { evidence }),
  }
}

export type Wrong = { field: string; text: string }

/** What keeps it from being sent, by the contract's word; a field is named by its last part. */
export function problemsOf(form: CompleteForm, before: CompleteForm, now: Instant): Wrong[] {
  const said = inputOf(form, before)
  const states = form.route === 'proof' ? form.photos.map(({ state }) => state) : []
  if (states.includes('sending')) return [{ field: 'evidence', text: papersWords.underWay }]
  if (states.includes('failed')) return [{ field: 'evidence', text: papersWords.failed }]
  if (Object.keys(said).length === 0) return [{ field: 'route', text: completeWords.nothing }]
  const { input, also } = actions['aid.complete']
  const checked = check(input, { ...said, id: 'aid:new', requestId: 'complete' })
  const problems = checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems
  return problems.map(({ field, code }) => {
    // `applicant.idNumber` → idNumber, `groups.1` → groups.
    const own = field.replace(/^applicant\./, '').split('.')[0] ?? field
    return { field: own, text: problemText({ field: own, code }) }
  })
}
