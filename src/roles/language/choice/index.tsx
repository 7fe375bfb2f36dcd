import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useBoth } from '@/client/language'
import { back } from '@/client/places'
import { setLanguage } from '@/client/session'
import type { LanguageTable } from '@/contract/language-views'
import { Frame, HotlineFoot } from '@/pages/frame'
import { MyMongolianLine } from '@/pages/mongolian-line'
import { Read } from '@/pages/read'
import { BottomBar, Button, Card, CardLine, ChoiceList, Heading, Mongolian, Notice, Section } from '@/ui'
import { languageWords as words } from '@/words/language'
import { useLetters } from '../letters'

type Language = 'zh' | 'both'
const PREVIEWED = 3

/** Chinese alone, or Mongolian beside it; and how much of the Mongolian there is. */
export default function LanguageChoice() {
  const both = useBoth()
  const [chosen, setChosen] = useState<Language>()
  const now = chosen ?? (both ? 'both' : 'zh')
  const table = useAsk('language.table', {})
  useLetters(now === 'both')

  async function use() {
    setLanguage(now)
    await back()
  }
  const foot = (
    <>
      <BottomBar>
        <Button kind="main" text={words.use} onPress={use} />
      </BottomBar>
      <HotlineFoot />
      <MyMongolianLine />
    </>
  )
  return (
    <Frame label={words.page} foot={foot} rings>
      <ChoiceList<Language>
        id="language"
        label={words.choose}
        value={now}
        onChange={setChosen}
        choices={[
          { value: 'zh', text: words.zh },
          { value: 'both', text: words.both, more: words.bothMore },
        ]}
      />
      <Read {...table} cards={1} lines={3}>
        {(shown) => <Reviewed table={shown} />}
      </Read>
      <Notice icon="people">
        <View className="strong">{words.speak}</View>
        <View>{words.speakText}</View>
      </Notice>
    </Frame>
  )
}

function Reviewed({ table: { rows = [] } }: { table: LanguageTable }) {
  if (rows.length === 0)
    return (
      <Notice>
        <View className="strong">{words.none}</View>
        <View>{words.noneText}</View>
      </Notice>
    )
  return (
    <Section title={words.looks}>
      <Card>
        {rows
          .filter(([zh]) => !zh.includes('{'))
          .slice(0, PREVIEWED)
          .map(([zh, text]) => (
            <View key={zh} className="pair">
              <Heading size="lead" text={zh} />
              <Mongolian text={text} />
            </View>
          ))}
        <CardLine />
        <View className="small soft">
          {words.some(rows.length)}。{words.someText}
        </View>
      </Card>
    </Section>
  )
}
