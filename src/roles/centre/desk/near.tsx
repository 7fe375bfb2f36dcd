import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { Candidate } from '@/contract/views'
import { Steps } from '@/pages/step-sheet'
import { Button, Card, Confirm, Heading, Link, Notice } from '@/ui'
import { nearSteps, nearWords as words } from '@/words/near'
import { momentText } from '@/words/time'
import type { StepProps } from './step'

type Near = NonNullable<Candidate['near']>

/** A name was told that is like one on the other side of another matter of his: he works on, a person compares. */
export function NearAsked(props: StepProps) {
  const { near } = props.view.detail
  if (!near) return null
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      <View>{near.text}</View>
      {near.to && <View className="soft">{words.to(near.to, momentText(near.at, productNow()))}</View>}
      <Others matters={near.matters} />
      <Steps {...props} steps={nearSteps} />
    </Card>
  )
}

/** Beside a lawyer who may be chosen: what to compare before. */
export const NearNotice = ({ near }: { near: Near }) => (
  <View className="centre__near">
    <Notice tone="amber" icon="search">
      <View>{near.text}</View>
      <Others matters={near.matters} />
    </Notice>
  </View>
)

const Others = ({ matters = [] }: { matters?: string[] | undefined }) =>
  matters.map((id, n) => (
    <Link key={id} text={words.open(n + 1, matters.length)} onPress={() => void go(places.centreMatter, { id })} />
  ))

type ChoosingProps = {
  text: string
  lawyer?: Candidate
  offReason?: string | undefined
  onPress: (notSame: boolean) => void
}

/** The button that assigns; where names are alike it asks first whether somebody compared them. */
export function ChooseButton({ text, lawyer, offReason, onPress }: ChoosingProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        kind="main"
        text={text}
        offReason={offReason}
        onPress={() => (lawyer?.near ? setAsking(true) : onPress(false))}
      />
      <Confirm
        open={asking}
        title={words.ask}
        text={words.askText(lawyer?.name ?? '')}
        yes={words.yes}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false)
          onPress(true)
        }}
      />
    </>
  )
}
