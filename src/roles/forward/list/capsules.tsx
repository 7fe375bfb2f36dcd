import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useEvery } from '@/client/ask'
import {
  type Arrived,
  type Capsule,
  dropCapsule,
  formOf,
  GONE,
  markSeen,
  openCapsules,
  resumeMending,
  sendAgain,
  sendCapsules,
  useCapsules,
  watchSignal,
} from '@/client/capsules'
import { productNow } from '@/client/now'
import { dial, go, isGrievance, isVisit, matterPageOf, places } from '@/client/places'
import { beingMended, hasRegistration, takeUp } from '@/client/register-draft'
import type { Role } from '@/domain/decider'
import { Button, Buttons, Card, Confirm, Link, Notice, Section } from '@/ui'
import { capsuleWords as words } from '@/words/capsules'
import { commonWords, hotline } from '@/words/common'
import { groupedCode } from '@/words/matter-page'
import { momentText } from '@/words/time'

const EVERY_MS = 60_000

/** What waits on this phone for a signal, oldest first, and what has arrived since it was last looked at. */
export function Capsules({ id, role, onArrived }: { id: string; role: Role; onArrived: () => void }) {
  const { items, arrived, sending, stopped } = useCapsules()
  const waits = items.some(({ wrong }) => !wrong)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person, another role
  useEffect(() => {
    watchSignal()
    void openCapsules().then(sendCapsules)
    // What waits is her own, in the role in which she wrote it.
  }, [id, role])
  // Not every phone says that the signal is back.
  useEvery(waits ? EVERY_MS : undefined, sendCapsules)
  const newest = arrived.at(-1)?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list below is another one with each that arrives
  useEffect(() => {
    if (newest) onArrived()
  }, [newest])
  if (items.length + arrived.length === 0) return null
  return (
    <Section title={words.title}>
      <View className="stack">
        {items.length > 0 && (
          <Notice tone="amber" icon="offline">
            <View className="strong">{words.unsent}</View>
            {stopped && <View className="small">{stopped}</View>}
            <Link text={commonWords.ring(hotline)} onPress={() => void dial(hotline)} />
          </Notice>
        )}
        {waits && (
          <Button
            kind="main"
            icon="send"
            text={words.send}
            busy={sending}
            busyText={words.sending}
            onPress={() => void sendCapsules()}
          />
        )}
        {items.map((each) => (
          <Waiting key={each.key} capsule={each} id={id} />
        ))}
        {arrived.map((each) => (
          <Came key={each.key} arrived={each} role={role} />
        ))}
      </View>
    </Section>
  )
}

function Waiting({ capsule, id }: { capsule: Capsule; id: string }) {
  const { key, whom, what, takenAt, files, wrong } = capsule
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const mending = beingMended(id) === key

  async function open() {
    // Somebody else's form is under her hands: hers isn't thrown away for this one.
    if (!mending && hasRegistration(id)) return setBusy(true)
    const { form } = capsule
    if (mending) await resumeMending(id)
    else takeUp(id, await formOf(capsule))
    await go(places.register, { kind: form.kind })
  }
  return (
    <Card>
      <View>
        <Text className="block strong">{whom}</Text>
        <Text className="block">{what}</Text>
        <Text className="block small soft">{words.taken(momentText(takenAt, productNow()))}</Text>
        {files.length > 0 && <Text className="block small soft">{words.files(files.length)}</Text>}
      </View>
      {wrong && (
        <Notice tone="red" said>
          <View className="strong">{words.wrong}</View>
          <View>{wrong === GONE ? words.gone : wrong}</View>
        </Notice>
      )}
      {mending && <View className="small soft">{words.mending}</View>}
      {busy && (
        <Notice tone="amber" said>
          {words.other}
        </Notice>
      )}
      <Buttons>
        <Button small share="half" text={words.edit} label={`${words.edit}，${whom}`} onPress={open} />
        <Button small share="half" text={words.drop} label={`${words.drop}，${whom}`} onPress={() => setAsking(true)} />
      </Buttons>
      {wrong && <Link small text={words.again} onPress={() => void sendAgain(key)} />}
      <Confirm
        open={asking}
        title={words.dropTitle}
        text={words.dropText}
        yes={words.drop}
        kind="danger"
        no={words.keep}
        onYes={() => dropCapsule(key)}
        onNo={() => setAsking(false)}
      />
    </Card>
  )
}

function Came({ arrived, role }: { arrived: Arrived; role: Role }) {
  const { key, id, whom, what, takenAt, sentAt, code } = arrived
  const now = productNow()
  const page = isGrievance(id) ? places.grievance : isVisit(id) ? places.visitMatter : matterPageOf(role, id)
  return (
    <Card>
      <Notice tone="green" said>
        <View className="strong">{words.arrived}</View>
        <View>{[whom, what].join('，')}</View>
        <View className="small soft">{words.sent(momentText(takenAt, now), momentText(sentAt, now))}</View>
      </Notice>
      {code && (
        <View>
          <Text className="block title" selectable userSelect>
            {words.code(groupedCode(code))}
          </Text>
          <Text className="block small soft">{words.codeHint}</Text>
        </View>
      )}
      <Buttons>
        <Button small share="half" text={words.open} onPress={() => void go(page, { id })} />
        <Button small share="half" text={words.seen} onPress={() => markSeen(key)} />
      </Buttons>
    </Card>
  )
}
