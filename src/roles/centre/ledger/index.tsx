import { View } from '@tarojs/components'
import { useState } from 'react'
import { back, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Chips, Heading, Link, Page, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { ledgerTabs, ledgerWords as words } from '@/words/ledger'
import '../centre.css'
import { AllowancesPart } from './allowances'
import { NumbersPart } from './numbers'
import { SuperiorPart } from './superior'

type Tab = keyof typeof ledgerTabs
const tabs = (Object.keys(ledgerTabs) as Tab[]).map((value) => ({ value, text: ledgerTabs[value] }))
const parts: Record<Tab, () => JSX.Element> = {
  allowances: AllowancesPart,
  numbers: NumbersPart,
  export: SuperiorPart,
}

/** The centre's books: what is to be paid, which number is whose, what goes to the superior's system. */
export default function Ledger() {
  const demo = useSession((session) => session.demo)
  const [tab, setTab] = useState<Tab>('allowances')
  const Part = parts[tab]
  return (
    <Page wide mode={useMode()} top={demo && <Strip icon="info" text={commonWords.demo} />}>
      {process.env.TARO_ENV === 'h5' && (
        <View>
          <Link plain icon="back" text={commonWords.back} onPress={() => void back(places.centreQueue)} />
        </View>
      )}
      <View>
        <Heading level={1} text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      <Chips label={words.tabs} chips={tabs} value={tab} onChange={setTab} />
      <Part />
    </Page>
  )
}
