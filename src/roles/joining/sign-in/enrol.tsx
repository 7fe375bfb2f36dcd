import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { confirm, type Enrolment, enrol } from '@/client/sign-in'
import { Button, Facts, Field, Heading, Link } from '@/ui'
import { signInWords as words } from '@/words/sign-in'
import { Said, useForm } from '../form'
import '../joining.css'

type Props = { onEntered: () => Promise<unknown> }

/** Two steps: the invite with a login and a password, then the authenticator app. */
export function Enrol({ onEntered }: Props) {
  const [begun, setBegun] = useState<Enrolment>()
  return begun ? (
    <Confirm begun={begun} onEntered={onEntered} onOver={() => setBegun(undefined)} />
  ) : (
    <Begin onBegun={setBegun} />
  )
}

function Begin({ onBegun }: { onBegun: (begun: Enrolment) => void }) {
  const { given, write, wrong, send } = useForm({ invite: '', login: '', password: '' })

  async function begin() {
    const answer = await send(enrol(given))
    if (answer.ok) onBegun(answer.value)
  }

  return (
    <>
      <Heading size="big" text={words.enrolTitle} />
      <View className="soft">{words.enrolLead}</View>
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
      <Field
        id="login"
        label={words.login}
        hint={words.loginHint}
        value={given.login}
        error={wrong.fields.login}
        max={60}
        onChange={(login) => write({ login })}
      />
      <Field
        id="password"
        type="password"
        label={words.newPassword}
        hint={words.newPasswordHint}
        value={given.password}
        error={wrong.fields.password}
        onChange={(password) => write({ password })}
      />
      <Button kind="main" text={words.next} onPress={begin} />
    </>
  )
}

/** The secret is shown once, as a picture to scan and as letters to copy. */
function Confirm({
  begun: { ticket, secret, uri },
  onEntered,
  onOver,
}: Props & { begun: Enrolment; onOver: () => void }) {
  const { given, write, wrong, send } = useForm({ otp: '' })

  async function finish() {
    const answer = await send(confirm({ ticket, ...given }))
    if (answer.ok) return onEntered()
    if (!('offline' in answer)) write({ otp: '' })
  }

  return (
    <>
      <Heading size="big" text={words.appTitle} />
      <View>{words.appLead}</View>
      <Said text={wrong.text ?? wrong.fields.invite} />
      <Image className="joining__qr" src={pictureOf(uri)} ariaLabel={words.appCode} ariaRole="img" />
      <Facts facts={[{ label: words.appSecret, value: secret.replace(/(.{4})(?=.)/g, '$1 ') }]} />
      <Field
        id="otp"
        type="number"
        label={words.appOtp}
        hint={words.appOtpHint}
        value={given.otp}
        error={wrong.fields.otp}
        max={7}
        onChange={(otp) => write({ otp })}
      />
      <Button kind="main" text={words.finish} onPress={finish} />
      <Link text={words.startOver} onPress={onOver} />
    </>
  )
}

// Four modules of quiet around it: what a scanner wants (ISO/IEC 18004).
const pictureOf = (text: string) => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 4, ecc: 'L' }))}`
