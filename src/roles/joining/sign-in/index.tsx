import { View } from '@tarojs/components'
import { useState } from 'react'
import { homeOf, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { signIn } from '@/client/sign-in'
import { Frame } from '@/pages/frame'
import { Button, Field, Heading, Link } from '@/ui'
import { signInWords as words } from '@/words/sign-in'
import { Said, useForm } from '../form'
import { Enrol } from './enrol'

/** Staff at a computer: a login, a password and the authenticator's code; or an invite that makes one. */
export default function SignIn() {
  const [enrolling, setEnrolling] = useState(false)
  const entered = async () => {
    const me = useSession.getState().me
    if (me) await restart(homeOf(me.acting.role))
  }
  return (
    <Frame behind={places.me}>
      {enrolling ? <Enrol onEntered={entered} /> : <Enter onEntered={entered} />}
      <Link text={enrolling ? words.haveLogin : words.noLogin} onPress={() => setEnrolling(!enrolling)} />
      <View className="soft small">{words.leaflet}</View>
    </Frame>
  )
}

function Enter({ onEntered }: { onEntered: () => Promise<unknown> }) {
  const { given, write, wrong, send } = useForm({ login: '', password: '', otp: '' })

  async function enter() {
    const answer = await send(signIn(given))
    if (answer.ok) return onEntered()
    // Whoever was answered needs the next one: it was used, or is over before she has mended the rest.
    if (!('offline' in answer)) write({ otp: '' })
  }

  return (
    <>
      <Heading size="big" text={words.title} />
      <View className="soft">{words.lead}</View>
      <Said text={wrong.text} />
      <Field
        id="login"
        label={words.login}
        value={given.login}
        error={wrong.fields.login}
        max={60}
        onChange={(login) => write({ login })}
      />
      <Field
        id="password"
        type="password"
        label={words.password}
        value={given.password}
        error={wrong.fields.password}
        onChange={(password) => write({ password })}
      />
      <Field
        id="otp"
        type="number"
        label={words.otp}
        hint={words.otpHint}
        value={given.otp}
        error={wrong.fields.otp}
        max={7}
        onChange={(otp) => write({ otp })}
      />
      <Button kind="main" text={words.enter} onPress={enter} />
    </>
  )
}
