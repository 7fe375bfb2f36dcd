import { useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { homeOf, restart } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import { knowMe } from '@/client/session'
import type { Me } from '@/contract/views'
import { ChoiceList, Notice } from '@/ui'
import { meWords, roleText } from '@/words/me'

type Held = Me['roles'][number]
const nameOf = ({ role, unit }: Held) => `${role} ${unit ?? ''}`

/** The roles one holds; choosing one acts in it and opens its first page. */
export function Roles({ me }: { me: Me }) {
  const [wrong, setWrong] = useState('')

  async function choose(name: string) {
    const held = me.roles.find((each) => nameOf(each) === name)
    if (!held || name === nameOf(me.acting)) return
    setWrong('')
    const { role, unit } = held
    const answer = await call('session.actAs', { role, ...(unit && { unit }), requestId: newRequestId() })
    if (!answer.ok) return setWrong(whatWentWrong(answer))
    knowMe(answer.value)
    await restart(homeOf(answer.value.acting.role))
  }

  return (
    <>
      {wrong && (
        <Notice tone="red" said>
          {wrong}
        </Notice>
      )}
      <ChoiceList
        id="role"
        label={meWords.roleTitle}
        value={nameOf(me.acting)}
        choices={me.roles.map((held) => ({ value: nameOf(held), text: roleText(held.role), more: held.unitName }))}
        onChange={(name) => void choose(name)}
      />
    </>
  )
}
