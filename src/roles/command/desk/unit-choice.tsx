import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { placeText, useUnits } from '@/client/units'
import { Read } from '@/pages/read'
import { ChoiceList, Field, Sheet } from '@/ui'
import { dispatchWords as words } from '@/words/command'

export type Unit = { code: string; name: string }
type Props = {
  open: boolean
  title: string
  /** Units that can't be chosen here: the main one isn't its own helper. */
  without?: readonly string[]
  onClose: () => void
  onChosen: (unit: Unit) => void
}

const SETTLED_MS = 400

/** One unit by some words of its name. */
export function UnitSheet({ open, title, without = [], onClose, onChosen }: Props) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const { units } = useUnits(open)
  useEffect(() => {
    const settled = setTimeout(() => setText(typed.trim()), SETTLED_MS)
    return () => clearTimeout(settled)
  }, [typed])
  const found = useAsk('catalogue.units', open ? { ...(text && { text }) } : undefined)
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Field id="unit-name" label={words.find} hint={words.findHint} max={40} value={typed} onChange={setTyped} />
      <Read value={found.value} failed={found.failed} again={found.again} cards={0} lines={3}>
        {({ items }) => {
          const shown = items.filter(({ code }) => !without.includes(code))
          if (shown.length === 0) return <View ariaRole="status">{words.notFound}</View>
          return (
            <ChoiceList
              id="unit-found"
              label={words.found}
              choices={shown.map(({ code, name, kind, parent }) => ({
                value: code,
                text: name,
                more: [words.unit[kind], parent && placeText(units, parent)].filter(Boolean).join('，'),
              }))}
              onChange={(code) => {
                const unit = shown.find((each) => each.code === code)
                if (unit) onChosen({ code, name: unit.name })
                onClose()
              }}
            />
          )
        }}
      </Read>
    </Sheet>
  )
}
