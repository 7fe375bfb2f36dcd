import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { type Kept, useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import type { MatterView, PersonView } from '@/contract/views'
import { type AskedItem, newestList, owedItems, supplementClock } from '@/pages/matter/papers-asked'
import { Button, Card, Empty, ErrorSummary, Notice, OneClock, PersonCard, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { hotline } from '@/words/common'
import { papersWords as words } from '@/words/papers'
import { momentText } from '@/words/time'
import { type Answers, blankAnswers, filledIn, inputOf, problemsOf, revivedAnswers } from './answers'
import { Done, type FormProps, Leaf, SendBar, toMatter } from './leaf'
import { useMending } from './mending'
import { OnePaper } from './one-paper'

const idOf = (key: string) => `paper-${key}`

/** The papers that are owed, each by photo or in words; a part of them may go first. */
export function Owed({ view, put, again }: FormProps) {
  const { id, detail } = view
  const [complete, setComplete] = useState(false)
  const told = useTold()
  const owed = owedItems(detail.papersAsked)
  const list = newestList(detail.papersAsked)
  const kept = useKept<Answers>(`papers|${id}|${list?.at ?? ''}`, blankAnswers, revivedAnswers)
  const { send, wrong } = useCommand('aid.supplement', {
    onDone: (after) => {
      kept.drop()
      put(after)
      const left = owedItems(after.detail.papersAsked).length
      if (left === 0 || after.stage !== 'supplementing') return setComplete(true)
      told.done(words.some(left))
    },
    onRefused: (message) => {
      told.refused(message)
      void again()
    },
  })
  const { tries, problems, tell } = useMending(problemsOf(kept.draft, owed))
  const filled = filledIn(kept.draft, owed)
  const some = filled.length > 0 && filled.length < owed.length

  if (complete)
    return (
      <Done id={id} title={words.all}>
        <View>{words.allText}</View>
      </Done>
    )
  if (owed.length === 0 || !view.can.some(({ action }) => action === 'aid.supplement'))
    return <NothingOwed view={view} />

  function sendFilled() {
    const now = kept.now()
    const found = problemsOf(now, owed)
    tell(found)
    if (found.length === 0) return send({ id, items: inputOf(now, filledIn(now, owed)) })
  }

  return (
    <Leaf
      id={id}
      title={words.title}
      foot={
        <SendBar
          wrong={wrong}
          text={some ? words.sendSome(filled.length) : words.send}
          note={some ? words.left(owed.length - filled.length) : words.kept}
          onSend={sendFilled}
        />
      }
    >
      <ToldNotice told={told.told} />
      <ErrorSummary key={tries} problems={problems.map(({ key, text }) => ({ id: idOf(key), text }))} />
      <Intro view={view} />
      <Papers owed={owed} kept={kept} problems={problems} wrong={wrong.fields} sent={filled} />
      <ByTelephone people={view.people} />
    </Leaf>
  )
}

function Intro({ view }: { view: MatterView }) {
  const now = productNow()
  const list = newestList(view.detail.papersAsked)
  const clock = supplementClock(view.clocks)
  return (
    <>
      <View>{words.lead}</View>
      {list?.why && <Notice>{list.why}</Notice>}
      <Card>
        {clock && <OneClock clock={clock} now={now} />}
        <View>{words.free}</View>
        {list && <View className="soft small">{words.asked(list.by, momentText(list.at, now))}</View>}
      </Card>
    </>
  )
}

type PapersProps = {
  owed: readonly AskedItem[]
  kept: Kept<Answers>
  problems: readonly { key: string; text: string }[]
  wrong: Record<string, string>
  /** In the order in which they went, by which the answer names them. */
  sent: readonly AskedItem[]
}

function Papers({ owed, kept, problems, wrong, sent }: PapersProps) {
  const told = (key: string) => {
    const path = `items.${sent.findIndex((item) => item.key === key)}.`
    return Object.entries(wrong).find(([field]) => field.startsWith(path))?.[1]
  }
  return (
    <>
      {owed.map((item, index) => (
        <OnePaper
          key={item.key}
          id={idOf(item.key)}
          item={item}
          nth={index + 1}
          kept={kept}
          error={problems.find(({ key }) => key === item.key)?.text ?? told(item.key)}
        />
      ))}
    </>
  )
}

function ByTelephone({ people }: { people: readonly PersonView[] }) {
  const who = people.find(({ role }) => role === 'responsible')
  const phone = who?.phone
  return (
    <Section title={words.call}>
      <Card>
        {who && (
          <PersonCard
            name={who.name}
            lines={[who.roleText, phone ?? ''].filter(Boolean)}
            onCall={phone ? () => void dial(phone) : undefined}
          />
        )}
        {!phone && <Button icon="phone" text={words.callHotline(hotline)} onPress={() => void dial(hotline)} />}
        <View className="soft small">{words.callText}</View>
      </Card>
    </Section>
  )
}

function NothingOwed({ view }: { view: MatterView }) {
  return (
    <Leaf id={view.id} label={words.page}>
      <Empty
        icon="paper"
        title={words.none}
        text={words.noneText}
        action={{ text: words.open, onPress: () => void toMatter(view.id) }}
      />
    </Leaf>
  )
}
