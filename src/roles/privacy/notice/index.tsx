import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { useOwn } from '@/client/own-data'
import { places } from '@/client/places'
import { useSession } from '@/client/session'
import { consentVersions } from '@/domain/consent'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Button, Card, Heading, Notice } from '@/ui'
import { privacyNotice as words } from '@/words/privacy-notice'

/** The notice itself: read by anybody, agreed to by whoever is signed in. */
export default function PrivacyNotice() {
  const me = useSession((session) => session.me)
  const { value, put } = useAsk('me.consents', me ? {} : undefined)
  const { send, wrong } = useOwn('me.consent', put)
  const agreed = value?.items.some(({ what, given }) => what === 'notice' && given)
  return (
    <Frame behind={places.me} foot={<HotlineFoot />}>
      <View>
        <Heading level={1} text={words.page} />
        <View className="soft small">{words.version(consentVersions.notice)}</View>
      </View>
      {words.parts.map(({ title, lines }) => (
        <Card key={title}>
          <Heading text={title} />
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </Card>
      ))}
      {wrong && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      {agreed && (
        <Notice tone="green" said>
          {words.agreed}
        </Notice>
      )}
      {value && !agreed && (
        <Button
          kind="main"
          text={words.agree}
          onPress={() => send({ what: 'notice', version: consentVersions.notice })}
        />
      )}
    </Frame>
  )
}
