import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import type { Input } from '@/contract/actions'
import type { Catalogue, CatalogueItem } from '@/contract/views'

/** What was changed and not yet saved: a row by its code, or that it goes. */
export type Edits = Readonly<Record<string, CatalogueItem | 'removed'>>

/** The rows as they would be saved: those in force with what was changed, new ones first. */
export function edited(items: readonly CatalogueItem[], edits: Edits): CatalogueItem[] {
  const known = new Set(items.map(({ code }) => code))
  const added = Object.values(edits).filter(
    (edit): edit is CatalogueItem => edit !== 'removed' && !known.has(edit.code),
  )
  const kept = items.flatMap((item) => {
    const edit = edits[item.code]
    return edit === 'removed' ? [] : [edit ?? item]
  })
  return [...added, ...kept]
}

/**
 * The catalogue in force and what she changes in it. Where somebody saved meanwhile, nothing is lost and nothing is
 * overwritten: `newer` until she has put her changes onto the new one.
 */
export function useCatalogue() {
  const asked = useAsk('catalogue.get', {})
  const [edits, setEdits] = useState<Edits>({})
  const [from, setFrom] = useState<number>()
  const [lost, setLost] = useState('')
  const [saved, setSaved] = useState(false)
  const { send, wrong } = useCommand('catalogue.save', {
    onDone: (next: Catalogue) => {
      asked.put(next)
      setEdits({})
      setFrom(undefined)
      setLost('')
      setSaved(true)
    },
    onRefused: (message, { refused, detail }) => {
      setLost(refused === 'matter.changed' && typeof detail?.by === 'string' ? detail.by : message)
      void asked.again()
    },
  })
  const now = asked.value
  const changes = Object.keys(edits).length
  const items = edited(now?.items ?? [], edits)

  function change(code: string, edit: CatalogueItem | 'removed') {
    setFrom((version) => version ?? now?.version)
    setSaved(false)
    setEdits((before) => ({ ...before, [code]: edit }))
  }

  return {
    asked,
    items,
    changes,
    change,
    saved,
    wrong,
    /** By whom, where that is known. */
    lost,
    newer: now !== undefined && from !== undefined && now.version !== from,
    ontoNewest: () => {
      setFrom(now?.version)
      setLost('')
    },
    discard: () => {
      setEdits({})
      setFrom(undefined)
      setLost('')
    },
    save: (why: string) =>
      send({ was: from ?? now?.version ?? 0, why, items: items as Input<'catalogue.save'>['items'] }),
  }
}
