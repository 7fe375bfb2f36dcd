import type { Input } from '@/contract/actions'
import type { AidDetail } from '@/contract/views'

export type Role = 'opponent' | 'co-party' | 'third'
export type Added = { role: Role; name: string; phone: string }
/** `base`: the list it was written about; where that has changed meanwhile, what goes is chosen anew. */
export type PartiesForm = { base: string; gone: number[]; added: Added[] }

type Known = NonNullable<AidDetail['parties']>

export const MOST = 20
export const newParty: Added = { role: 'opponent', name: '', phone: '' }

export const formOf = (known: Known | undefined): PartiesForm => ({
  base: JSON.stringify(known ?? []),
  gone: [],
  added: [],
})
export const onNow = (form: PartiesForm, known: Known | undefined): PartiesForm => {
  const fresh = formOf(known)
  return form.base === fresh.base ? form : { ...fresh, added: form.added }
}

export const staying = (known: Known, { gone }: PartiesForm): Known => known.filter((_, n) => !gone.includes(n))

/** What is shown with stars in it isn't sent: the list's keeper still knows it. */
export const inputOf = (known: Known, form: PartiesForm): Input<'aid.parties'>['parties'] => [
  ...staying(known, form).map(({ role, name, creditCode }) => ({
    role: role as Role,
    name,
    ...(creditCode && { creditCode }),
  })),
  ...form.added.map(({ role, name, phone }) => ({ role, name, ...(phone.trim() && { phone }) })),
]
