import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/client/call'
import { homeOf, places, restart } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import { knowMe } from '@/client/session'
import type { Me } from '@/contract/views'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Button, Field, Heading } from '@/ui'
import { signInWords as words } from '@/words/sign-in'
import { Said, useForm } from '../form'

/** A member of staff binds her WeChat with the code that the administrator gave her. */
export default function JoinByInvite() {
  const { given, write, wrong, send } = useForm({ invite: '' })
  const [joined, setJoined] = useState<Me>()
  // One request for as long as nobody has answered it.
  const request = useRef({ invite: '', requestId: '' })

  async function bind() {
    if (request.current.invite !== given.invite) request.current = { ...given, requestId: newRequestId() }
    const answer = await send(call('session.bind', request.current))
    if (!answer.ok) return
    knowMe(answer.value)
    setJoined(answer.value)
  }

  if (joined) return <Joined me={joined} />
  return (
    <Frame behind={places.me} foot={<HotlineFoot />}>
      <Heading size="big" text={words.inviteTitle} />
      <View>{words.inviteLead}</View>
      <Said text={wrong.text} />
      <Field
        id="invite"
        label={words.invite}
        hint={words.inviteHint}
        value={given.invite}
        error={wrong.fields.invite}
        max={40}
        onChange={(invite) => write({ invite })}
      />
      <Button kind="main" text={words.bind} onPress={bind} />
      <View className="soft">{words.onComputer}</View>
    </Frame>
  )
}

function Joined({ me }: { me: Me }) {
  return (
    <Frame behind={places.home}>
      <Heading size="big" text={words.boundTitle(me.name)} />
      <View>{words.boundText}</View>
      <Button kind="main" text={words.toDesk} onPress={() => void restart(homeOf(me.acting.role))} />
    </Frame>
  )
}
