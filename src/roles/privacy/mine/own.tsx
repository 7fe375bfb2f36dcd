import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { useOwn } from '@/client/own-data'
import type { MyProfile, Profile } from '@/contract/views'
import { dayOf } from '@/domain/time'
import { Button, Card, ChoiceList, DatePicker, Field, Heading, Link, Notice } from '@/ui'
import { myDataWords as words } from '@/words/my-data'

type OwnProps = { profile: Profile; ward?: string | undefined; onSaved: (profile: MyProfile) => void }

/** Her own name, number, birthday and language: put right at once, or taken out by leaving them empty. */
export function Own({ profile, ward, onSaved }: OwnProps) {
  const [draft, setDraft] = useState({
    name: profile.name ?? '',
    phone: profile.phone ?? '',
    birth: profile.birth ?? '',
    language: profile.language,
  })
  const [saved, setSaved] = useState(false)
  const { send, wrong } = useOwn('me.save', (value) => {
    setSaved(true)
    onSaved(value)
  })
  const write = (part: Partial<typeof draft>) => {
    setSaved(false)
    setDraft((now) => ({ ...now, ...part }))
  }
  const { language, ...texts } = draft
  return (
    <Card>
      <Heading text={words.own} />
      <View className="soft">{words.ownText}</View>
      <Field
        id="own-name"
        label={words.name}
        value={draft.name}
        error={wrong?.fields.name}
        max={50}
        optional
        onChange={(name) => write({ name })}
      />
      <Field
        id="own-phone"
        type="phone"
        label={words.phone}
        value={draft.phone}
        error={wrong?.fields.phone}
        optional
        onChange={(phone) => write({ phone })}
      />
      <DatePicker
        id="own-birth"
        label={words.birth}
        hint={words.birthHint}
        value={draft.birth}
        valueText={draft.birth || words.noBirth}
        earliest="1900-01-01"
        latest={dayOf(productNow())}
        error={wrong?.fields.birth}
        onChange={(birth) => write({ birth })}
      />
      {draft.birth && <Link small text={words.clearBirth} onPress={() => write({ birth: '' })} />}
      <ChoiceList
        id="own-language"
        label={words.language}
        choices={[
          { value: 'zh', text: words.languages.zh },
          { value: 'mn', text: words.languages.mn },
        ]}
        value={language}
        onChange={(next) => write({ language: next })}
      />
      {wrong && Object.keys(wrong.fields).length === 0 && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      {saved && (
        <Notice tone="green" said>
          {words.saved}
        </Notice>
      )}
      <Button
        kind="main"
        text={words.save}
        onPress={() => send({ ...texts, ...(language && { language }), ...(ward && { ward }) })}
      />
    </Card>
  )
}
