import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { addDays, dayOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, Field, Item, Rows, Sheet } from '@/ui'
import { roleTexts } from '@/words/aid'
import { planWords as words } from '@/words/visit-desk'

export type Someone = { id: string; name: string }
type WhoseProps = { value?: Someone; onChange: (someone: Someone | undefined) => void }

/** Whose days or plan: the centre and a supervisor look at anybody's. */
export function Whose({ value, onChange }: WhoseProps) {
  const [open, setOpen] = useState(false)
  const me = useSession((session) => session.me?.name)
  return (
    <>
      <Button small icon="people" text={`${words.whose}：${value?.name ?? me ?? ''}`} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.whoseTitle} onClose={() => setOpen(false)}>
        {open && (
          <People
            onChange={(someone) => {
              setOpen(false)
              onChange(someone)
            }}
          />
        )}
      </Sheet>
    </>
  )
}

const SHOWN = 12
const planning = ['lawyer', 'town', 'centre']

/** The people who plan their own hours, by name. */
export function People({ onChange }: Pick<WhoseProps, 'onChange'>) {
  const [typed, setTyped] = useState('')
  const [today] = useState(() => dayOf(productNow()))
  const board = useAsk('rota.board', { from: today, to: addDays(today, 1) })
  const said = typed.trim()
  return (
    <>
      <Field id="visit-whose" label={words.find} optional max={20} value={typed} onChange={setTyped} />
      <Read {...board} cards={1}>
        {({ people }) => {
          const found = people
            .filter(({ name, roles }) => name.includes(said) && roles.some((role) => planning.includes(role)))
            .slice(0, SHOWN)
          return (
            <>
              <Rows>
                <Item first name={words.mine} onPress={() => onChange(undefined)} />
                {found.map(({ person, name, roles }) => (
                  <Item
                    key={person}
                    name={name}
                    more={roles.map((role) => roleTexts[role] ?? role).join('，')}
                    onPress={() => onChange({ id: person, name })}
                  />
                ))}
              </Rows>
              {found.length === 0 && <View className="soft">{words.nobody}</View>}
            </>
          )
        }}
      </Read>
    </>
  )
}
