import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { useOwn } from '@/client/own-data'
import { useSession } from '@/client/session'
import type { ConsentsView, ConsentView } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Card, Empty, Facts, Field, Heading, Item, Notice, Rows, Sheet, StageTag } from '@/ui'
import { commonWords } from '@/words/common'
import { consentPageWords as words } from '@/words/my-data'
import { momentText } from '@/words/time'
import { Leaf } from '../leaf'

/** Each consent by itself: what it is for, how long, what a no means; taking it back is the same one tap. */
export default function Consents() {
  const ward = useRouter().params.ward
  const me = useSession((session) => session.me)
  const { value, failed, again, put } = useAsk('me.consents', me ? { ...(ward && { ward }) } : undefined)
  return (
    <Leaf title={words.page} strip={value && failed ? commonWords.offline : undefined}>
      <View className="soft">{words.lead}</View>
      <Read value={value} failed={failed} again={again} cards={4}>
        {({ items, log }) => (
          <>
            {items.map((item) => (
              <One key={item.what} item={item} ward={ward} onDone={put} />
            ))}
            <Heading text={words.log} />
            {log.length === 0 && <Empty icon="inbox" title={words.logEmpty} />}
            {log.length > 0 && (
              <Rows>
                {log.map(({ at, title, yes, version, wayText }, n) => (
                  <Item
                    key={`${at} ${title} ${yes}`}
                    first={n === 0}
                    name={words.logLine(title, yes)}
                    more={words.logMore(momentText(at, productNow()), wayText, version)}
                  />
                ))}
              </Rows>
            )}
          </>
        )}
      </Read>
    </Leaf>
  )
}

type OneProps = { item: ConsentView; ward?: string | undefined; onDone: (view: ConsentsView) => void }

function One({ item, ward, onDone }: OneProps) {
  const { what, title, purpose, kept, refused, given, givenAt, withdrawnAt, olderVersion } = item
  const [asking, setAsking] = useState(false)
  const [guardian, setGuardian] = useState({ name: '', relation: '' })
  const { send, wrong } = useOwn('me.consent', (view) => {
    setAsking(false)
    onDone(view)
  })
  const now = productNow()
  const said =
    given && givenAt
      ? words.given(momentText(givenAt, now))
      : withdrawnAt
        ? words.withdrawn(momentText(withdrawnAt, now))
        : words.never
  const more = { ...(ward && { ward }) }
  const yes = () => (what === 'minor' && !ward ? setAsking(true) : send({ what, yes: true, ...more }))
  return (
    <Card>
      <View className="row row--apart row--wrap">
        <Heading text={title} />
        <StageTag text={said} tone={given ? 'green' : 'plain'} />
      </View>
      <Facts
        facts={[
          { label: words.purpose, value: purpose },
          { label: words.kept, value: kept },
          { label: words.refused, value: refused },
        ]}
      />
      {olderVersion && <Notice tone="amber">{words.older}</Notice>}
      {wrong && !asking && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      {given ? (
        <Button text={words.no} label={`${words.no}：${title}`} onPress={() => send({ what, yes: false, ...more })} />
      ) : (
        <Button kind="soft" text={words.yes} label={`${words.yes}：${title}`} onPress={yes} />
      )}
      <Sheet open={asking} title={words.guardianTitle} onClose={() => setAsking(false)}>
        <View>{words.guardianText}</View>
        <Field
          id="guardian-name"
          label={words.guardianName}
          value={guardian.name}
          error={wrong?.fields['guardian.name']}
          max={50}
          onChange={(name) => setGuardian({ ...guardian, name })}
        />
        <Field
          id="guardian-relation"
          label={words.guardianRelation}
          value={guardian.relation}
          error={wrong?.fields['guardian.relation']}
          max={20}
          onChange={(relation) => setGuardian({ ...guardian, relation })}
        />
        <Button kind="main" text={words.guardianYes} onPress={() => send({ what, yes: true, guardian })} />
      </Sheet>
    </Card>
  )
}
