import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import type { Candidate, Candidates as Found } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, CardLine, Heading, Link, StageTag } from '@/ui'
import { centreWords as words } from '@/words/centre'
import { ChooseSheet } from './choose-sheet'
import { useDecisionDraft } from './draft'
import { NearNotice } from './near'

type Props = {
  id: string
  found: Asked<Found>
  /** Where the decision is made elsewhere or later, the list only shows. */
  mayChoose: boolean
}

/** Up to three lawyers with reasons, and who was left out by which rule. */
export function Candidates({ id, found, mayChoose }: Props) {
  const { draft, write } = useDecisionDraft(id)
  const [asking, setAsking] = useState<Candidate>()
  return (
    <Card>
      <Heading size="lead" level={2} text={words.who} />
      <Read value={found.value} failed={found.failed} again={found.again}>
        {({ proposed, excluded }) => (
          <>
            {proposed.length === 0 && (
              <View>
                <View className="strong">{words.nobody}</View>
                {mayChoose && <View className="soft">{words.nobodyText}</View>}
              </View>
            )}
            {proposed.map((each, at) => (
              <One
                key={each.lawyer}
                candidate={each}
                first={at === 0}
                chosenWhy={mayChoose && draft.chosen?.lawyer === each.lawyer ? draft.chosen.why : undefined}
                onChoose={mayChoose && at > 0 ? () => setAsking(each) : undefined}
                onBack={mayChoose && at === 0 && draft.chosen ? () => write({ chosen: undefined }) : undefined}
              />
            ))}
            <Excluded excluded={excluded} />
          </>
        )}
      </Read>
      <ChooseSheet
        candidate={asking}
        before={draft.chosen}
        onClose={() => setAsking(undefined)}
        onChosen={(chosen) => write({ chosen })}
      />
    </Card>
  )
}

type OneProps = {
  candidate: Candidate
  first: boolean
  chosenWhy?: string
  onChoose?: () => void
  onBack?: () => void
}

function One({ candidate: { name, org, reasons, near }, first, chosenWhy, onChoose, onBack }: OneProps) {
  return (
    <View className="centre__who">
      <View className="face face--s" ariaHidden>
        {[...name][0]}
      </View>
      <View className="grow">
        <View className="centre__line">
          <Text className="strong grow">{name}</Text>
          {first && !onBack && !near && <StageTag tone="green" text={words.best} />}
          {chosenWhy !== undefined && <StageTag tone="blue" icon="check" text={words.chosen} />}
          {onBack && <Link className="centre__link" text={words.chooseBack} onPress={onBack} />}
          {onChoose && chosenWhy === undefined && (
            <Link className="centre__link" text={words.choose} label={words.chooseLabel(name)} onPress={onChoose} />
          )}
        </View>
        <View className="soft">{words.reasons([org, ...reasons])}</View>
        {near && <NearNotice near={near} />}
        {chosenWhy !== undefined && <View>{words.chosenWhy(chosenWhy)}</View>}
      </View>
    </View>
  )
}

function Excluded({ excluded }: Pick<Found, 'excluded'>) {
  if (excluded.length === 0) return null
  return (
    <>
      <CardLine />
      <View className="strong">{words.excluded(excluded.length)}</View>
      {excluded.map(({ lawyer, name, text }) => (
        <View key={lawyer} className="centre__out">
          <Text className="centre__outname">{name}</Text>
          <Text className="soft centre__outwhy">{text}</Text>
        </View>
      ))}
    </>
  )
}
