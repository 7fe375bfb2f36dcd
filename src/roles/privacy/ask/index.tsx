import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/client/call'
import { back, go, places } from '@/client/places'
import { AGREE_BUTTON, answerPrivate, openContract, privacySetting } from '@/client/privacy'
import { useSession } from '@/client/session'
import { consentVersions } from '@/domain/consent'
import { Frame } from '@/pages/frame'
import { Button, Heading, Link, Press } from '@/ui'
import { privacyAskWords as words } from '@/words/privacy-ask'

/** Asked once, when WeChat holds something private back. Going back without a word is a no, and everything else goes on. */
export default function Ask() {
  const me = useSession((session) => session.me)
  const [name, setName] = useState('')
  const said = useRef(false)
  useEffect(() => {
    void privacySetting().then((setting) => setName(setting?.name ?? ''))
  }, [])
  useUnload(() => {
    answerPrivate(said.current)
  })

  async function agree() {
    said.current = true
    if (me) await call('me.consent', { what: 'notice', version: consentVersions.notice, how: 'wechat' })
    await back()
  }

  async function read() {
    if (!(await openContract())) await go(places.privacyNotice)
  }

  return (
    <Frame>
      <Heading level={1} text={words.title} />
      <View>{words.text}</View>
      <Link text={name || words.read} onPress={() => void read()} />
      <Press
        id={AGREE_BUTTON}
        className="btn btn--main btn--wide"
        openType={'agreePrivacyAuthorization' as never}
        onAgreePrivacyAuthorization={agree}
      >
        {words.yes}
      </Press>
      <Button text={words.no} onPress={() => back()} />
      <View className="soft small">{words.refused}</View>
    </Frame>
  )
}
