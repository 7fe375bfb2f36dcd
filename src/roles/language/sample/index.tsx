import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { places } from '@/client/places'
import { Frame } from '@/pages/frame'
import { Card, ChoiceList, Door, Field, Heading, InMongolian, Item, Mongolian, Notice, Rows, StageTag } from '@/ui'
import { homeWords } from '@/words/home'
import { languageDeskWords as words } from '@/words/language-desk'
import { useLetters } from '../letters'

// The name of the language as Microsoft Translator's public list has it, for the layout alone: nobody's translation.
const WORD = 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ'
const TIMES = 7
const long = Array.from({ length: TIMES }, () => WORD).join(' ')
const inSample = () => WORD

/** How Mongolian stands beside Chinese, from a sample word that says so on every card. */
export default function LanguageSample() {
  const [name, setName] = useState('')
  const [how, setHow] = useState('both')
  useLetters()
  return (
    <Frame label={words.samplePage} behind={places.languageReview}>
      <Notice tone="amber" icon="info">
        <View className="strong">{words.sampleTag}</View>
        <View>{words.sampleText}</View>
      </Notice>
      <InMongolian.Provider value={inSample}>
        <Sample title={words.door}>
          <Door main name={homeWords.ask} what={homeWords.askWhat} icon="ask" onPress={nothing} />
          <Door name={homeWords.aid} what={homeWords.aidWhat} icon="scale" onPress={nothing} />
          <Rows>
            <Item first icon="search" name={homeWords.track} more={homeWords.trackMore} onPress={nothing} />
          </Rows>
        </Sample>
        <Sample title={words.heading}>
          <Card>
            <Heading size="big" level={2} text={homeWords.ask} />
            <Heading text={homeWords.mine} level={3} />
          </Card>
        </Sample>
        <Sample title={words.fields}>
          <Field id="sample-name" label={words.fields} value={name} onChange={setName} optional />
          <ChoiceList
            id="sample-how"
            label={words.choice}
            value={how}
            onChange={setHow}
            choices={[
              { value: 'zh', text: homeWords.standard },
              { value: 'both', text: homeWords.elder },
            ]}
          />
        </Sample>
      </InMongolian.Provider>
      <Sample title={words.long}>
        <Card>
          <View className="pair">
            <View className="grow reading">{homeWords.pickVillageMore}</View>
            <Mongolian text={long} />
          </View>
        </Card>
      </Sample>
      <Sample title={words.numbers}>
        <Card>
          <View className="pair">
            <View className="grow reading">8、15、12348</View>
            <Mongolian text={`${WORD} 8 ${WORD} 15 ${WORD} 12348`} />
          </View>
        </Card>
      </Sample>
      <View className="small soft">{words.source}</View>
    </Frame>
  )
}

const nothing = () => {}

/** Every sample says that it is one; its title stands in Chinese alone. */
function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="section">
      <View className="head">
        <View className="title" ariaRole="heading" ariaLevel={2}>
          {title}
        </View>
        <StageTag tone="amber" text={words.sampleTag} />
      </View>
      <View className="stack">{children}</View>
    </View>
  )
}
