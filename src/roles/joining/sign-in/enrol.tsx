import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { confirm, type Enrolment, enrol } from '@/client/sign-in'
import { Button, Facts, Field, Heading, Link, Notice } from '@/ui'
import { signInWords as words } from '@/words/sign-in'
import { nothing, wrongOf } from '../wrong'
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
  const [given, setGiven] = useState({ invite: '', login: '', password: '' })
  const [wrong, setWrong] = useState(nothing)
  const write = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))

  async function begin() {
    const answer = await enrol(given)
    setWrong(wrongOf(answer))
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
  const [otp, setOtp] = useState('')
  const [wrong, setWrong] = useState(nothing)

  async function finish() {
    const answer = await confirm({ ticket, otp })
    setWrong(wrongOf(answer))
    if (answer.ok) return onEntered()
    if (!('offline' in answer)) setOtp('')
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
        value={otp}
        error={wrong.fields.otp}
        max={7}
        onChange={setOtp}
      />
      <Button kind="main" text={words.finish} onPress={finish} />
      <Link text={words.startOver} onPress={onOver} />
    </>
  )
}

// Four modules of quiet around it: what a scanner wants (ISO/IEC 18004).
const pictureOf = (text: string) => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 4, ecc: 'L' }))}`

function Said({ text }: { text?: string }) {
  if (!text) return null
  return (
    <Notice tone="red" said>
      {text}
    </Notice>
  )
}
