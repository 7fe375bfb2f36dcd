import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { productNow } from '@/client/now'
import type { BatchItem, BatchView } from '@/contract/batch-views'
import {
  Button,
  Card,
  ClockLine,
  Confirm,
  classes,
  clockTone,
  Empty,
  Field,
  goTo,
  Heading,
  Icon,
  Notice,
  Press,
  Section,
  StageTag,
} from '@/ui'
import { said } from '@/ui/classes'
import { NotSent } from '@/ui/told'
import { batchWords as words } from '@/words/batch'
import { centreWords } from '@/words/centre'
import { momentText } from '@/words/time'
import { useSending } from './sending'

type Props = {
  batch: BatchView
  /** Another proposal is on its way. */
  waiting: boolean
  mayAssign: boolean
  /** Whether there is anything that could be chosen beside. */
  mayChoose: boolean
  onAssigned: (done: readonly string[]) => void
}

/** Who would get whom, each to be ticked off, with what it gains over one by one. */
export function Proposal({ batch, waiting, mayAssign, mayChoose, onAssigned }: Props) {
  const { items, left, more } = batch
  const [off, setOff] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const { send, sending, wrong, told } = useSending(onAssigned)
  useEffect(() => {
    if (told) goTo('batch-told')
  }, [told])
  const chosen = items.filter(({ matter }) => !off.includes(matter.id))
  const grants = chosen.filter(isGrant).length
  const toggle = (id: string) => setOff(off.includes(id) ? off.filter((each) => each !== id) : [...off, id])
  return (
    <>
      {told && (
        <View id="batch-told">
          <Notice tone={told.missed.length > 0 ? 'amber' : 'green'} said>
            <View>{told.missed.length > 0 ? words.notAll(told.done, told.missed.length) : words.done(told.done)}</View>
            {told.missed.map(({ id, name, message }) => (
              <View key={id}>{words.notDone(name, message)}</View>
            ))}
          </Notice>
        </View>
      )}
      {items.length === 0 && left.length === 0 && (
        <Empty icon="inbox" title={words.none} text={mayChoose ? words.noneText : words.noneAtAll} />
      )}
      {items.length > 0 && (
        <Section>
          <Heading size="lead" level={2} text={words.proposals(items.length)} />
          <Gain batch={batch} />
          {items.map((item) => (
            <Row
              key={item.matter.id}
              item={item}
              on={!off.includes(item.matter.id)}
              onPress={mayAssign ? () => toggle(item.matter.id) : undefined}
            />
          ))}
        </Section>
      )}
      {left.length > 0 && <Left left={left} />}
      {more && <View className="soft">{words.more}</View>}
      {!mayAssign && <View className="soft">{words.justLook}</View>}
      {mayAssign && items.length > 0 && (
        <View className="stack">
          {grants > 0 && (
            <Field
              id="batch-why"
              type="textarea"
              max={MOST_WORDS}
              optional
              label={words.why}
              value={why}
              onChange={setWhy}
            />
          )}
          <NotSent wrong={wrong} />
          <Button
            kind="main"
            text={words.send(chosen.length)}
            busy={sending || waiting}
            offReason={chosen.length === 0 ? words.nothing : undefined}
            onPress={() => setAsking(true)}
          />
        </View>
      )}
      <Confirm
        open={asking}
        title={words.confirm(chosen.length, grants)}
        text={words.confirmText}
        yes={words.yes}
        onYes={() => {
          setAsking(false)
          return send(chosen, why.trim())
        }}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

const MOST_WORDS = 400
const isGrant = ({ matter }: BatchItem): boolean => matter.stage === 'submitted'

/** What it gains, in words that need no arithmetic. */
function Gain({ batch: { placed, total, best, oneByOne, groups } }: { batch: BatchView }) {
  const gains =
    placed > oneByOne.placed
      ? words.morePlaced(placed, oneByOne.placed)
      : total > oneByOne.total
        ? words.better(total, oneByOne.total)
        : words.same
  return (
    <Notice>
      <View>{gains}</View>
      {groups.map(({ matters, lawyers }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its number
        <View key={n}>{words.kept(matters, lawyers)}</View>
      ))}
      <View className="soft">{total < best ? words.price(best - total) : words.proven}</View>
    </Notice>
  )
}

function Row({ item, on, onPress }: { item: BatchItem; on: boolean; onPress?: () => void }) {
  const { matter, lawyer, alone, group } = item
  const name = matter.applicant ?? matter.title
  const inside = (
    <>
      {onPress && <View className="choice__dot choice__dot--box">{on && <Icon name="check" size="s" />}</View>}
      <View className="batch__cells">
        <View className="batch__cell">
          <Text className="block strong">{words.applicant(matter.applicant, matter.title)}</Text>
          <Text className="block soft small">
            {words.where(matter.place.text, momentText(matter.createdAt, productNow()))}
          </Text>
          <View className="row row--tight row--wrap">
            <StageTag text={isGrant(item) ? words.grants : words.waits} />
            {group !== undefined && <StageTag text={words.group(group + 1)} />}
          </View>
          {matter.clock && (
            <ClockLine tone={clockTone(matter.clock)} word={matter.clock.word} due={matter.clock.dueText} />
          )}
        </View>
        <View className="batch__cell">
          <Text className="block strong">{lawyer.name}</Text>
          <Text className="block soft">{centreWords.reasons([lawyer.org, ...lawyer.reasons])}</Text>
        </View>
        <View className="batch__cell batch__beside">
          <Text className="block">{words.score(lawyer.score)}</Text>
          {alone !== undefined && (
            <Text className="block soft">{alone ? words.alone(alone.name) : words.aloneNobody}</Text>
          )}
        </View>
      </View>
    </>
  )
  if (!onPress) return <View className="choice batch__row">{inside}</View>
  return (
    <Press
      className={classes('choice batch__row', on && 'choice--on')}
      onClick={onPress}
      ariaRole="checkbox"
      ariaChecked={said(on)}
      ariaLabel={words.tick(name, lawyer.name)}
    >
      {inside}
    </Press>
  )
}

function Left({ left }: Pick<BatchView, 'left'>) {
  return (
    <Card>
      <Heading size="lead" level={2} text={words.left(left.length)} />
      <View className="soft">{words.leftText}</View>
      {left.map(({ matter, reasons }) => (
        <View key={matter.id} className="centre__finding">
          <View className="strong">{words.applicant(matter.applicant, matter.title)}</View>
          {reasons.map((reason) => (
            <View key={reason} className="soft">
              {reason}
            </View>
          ))}
        </View>
      ))}
    </Card>
  )
}
