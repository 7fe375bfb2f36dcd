import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import { whatWentWrong } from '@/client/call'
import type { Told } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { revivedPhotos, useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { usePhotos } from '@/client/photos'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import { placeText, useUnits } from '@/client/units'
import { ErrorSummary, EvidencePicker, Field, Heading, Notice, PlacePicker, Problem, Skeleton, TopicGrid } from '@/ui'
import { groupWords as words } from '@/words/group-claim'
import { behindFor, Frame } from '../frame'
import { topics } from '../register/topics'
import { SendBar } from '../send-bar'
import { ThrowAway } from '../throw-away'
import { fieldOf, type GroupDraft, problemsOf } from './form'
import { peopleIn } from './lines'
import { Listed } from './listed'
import { type Receipt, useSend } from './send'

const blank = (): GroupDraft => ({
  requestId: newRequestId(),
  lines: '',
  story: '',
  opponent: '',
  opponentPhone: '',
  opponentCode: '',
  photos: [],
})
const revive = (kept: GroupDraft): GroupDraft => ({ ...kept, photos: revivedPhotos(kept.photos) })

/** Who they are, and what they have in common. Once it went out it can't be changed until all are entered. */
export function Form({ onDone }: { onDone: (receipt: Receipt) => void }) {
  const [first, setFirst] = useState(blank)
  const kept = useKept('group-claim', first, revive)
  const { draft, now, write } = kept
  const role = useSession(({ me }) => me?.acting.role)
  const [found, setFound] = useState<readonly Told[]>([])
  const [tries, setTries] = useState(0)
  const prefix = `g${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${fieldOf(field).replace(/\./g, '-')}`
  const { send, sending, unsent } = useSend(kept, onDone)
  const told: readonly Told[] = unsent && 'invalid' in unsent ? unsent.invalid : []
  // Each goes away as it is mended.
  const still = new Set(problemsOf(draft, role, productNow()).map(({ field, code }) => `${field} ${code}`))
  const problems = [...told, ...found.filter(({ field, code }) => still.has(`${field} ${code}`))]
  const wrong = (field: string) => problems.find((each) => fieldOf(each.field) === field)?.message
  const people = peopleIn(draft.lines)

  function press() {
    const owed = problemsOf(now(), role, productNow())
    setFound(owed)
    setTries(tries + 1)
    return owed.length === 0 && send()
  }

  // The next form is another one: under the old number the server would take it for what was sent.
  function throwAway() {
    kept.drop()
    setFirst(blank())
    setFound([])
  }

  const again = draft.sent !== undefined && !sending
  return (
    <Frame
      behind={behindFor(role)}
      foot={
        <SendBar
          words={{ send: words.send(people.length), sending: words.sending, again: words.goOn }}
          again={again}
          sending={sending}
          onSend={press}
        />
      }
    >
      <View>
        <Heading size="big" text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      <ErrorSummary key={tries} problems={problems.map(({ field, message }) => ({ id: ids(field), text: message }))} />
      {unsent && 'refused' in unsent && (
        <Notice tone="red" said>
          {whatWentWrong(unsent)}
        </Notice>
      )}
      {draft.sent ? (
        <Sent kept={kept} all={people.length} sending={sending} onThrowAway={throwAway} />
      ) : (
        <Fields draft={draft} now={now} write={write} ids={ids} wrong={wrong} signed={role === 'department'} />
      )}
      <Listed people={people} problems={problems} />
    </Frame>
  )
}

const leave = { open: words.drop, title: words.dropTitle, text: words.dropText, yes: words.yes, no: words.no }

/** It is under way, or its answer was lost: nothing can be changed, and sending it again doubles nobody. */
function Sent({
  kept,
  all,
  sending,
  onThrowAway,
}: {
  kept: { draft: GroupDraft }
  all: number
  sending: boolean
  onThrowAway: () => void
}) {
  const known = kept.draft.sent?.known ?? 0
  if (sending) return null
  return (
    <>
      <Notice tone="amber" said>
        {known > 0 ? words.half(known, all) : words.halfUnknown(all)}
      </Notice>
      <View>
        <ThrowAway words={leave} onYes={onThrowAway} />
      </View>
    </>
  )
}

type FieldsProps = {
  draft: GroupDraft
  now: () => GroupDraft
  write: (part: Partial<GroupDraft>) => void
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
  /** They sign a list, and it is shown. */
  signed: boolean
}

function Fields({ draft, now, write, ids, wrong, signed }: FieldsProps) {
  const { message, add, retry, remove } = usePhotos({
    photos: () => now().photos,
    keep: (photos) => write({ photos }),
  })
  return (
    <View className="forward__two">
      <View className="forward__half">
        <Field
          id={ids('people')}
          type="textarea"
          max={4000}
          label={words.lines}
          hint={words.linesHint}
          placeholder={words.linesExample}
          value={draft.lines}
          error={wrong('people')}
          onChange={(lines) => write({ lines })}
        />
        <Where place={draft.place} id={ids('where.place')} error={wrong('where.place')} write={write} />
      </View>
      <View className="forward__half">
        <TopicGrid
          id={ids('matter')}
          label={words.topic}
          topics={topics}
          value={draft.topic}
          error={wrong('matter')}
          onChange={(topic) => write({ topic })}
        />
        <Field
          id={ids('story')}
          type="textarea"
          max={1400}
          label={words.story}
          placeholder={words.storyExample}
          value={draft.story}
          error={wrong('story')}
          onChange={(story) => write({ story })}
        />
        <Field
          id={ids('parties.0.name')}
          label={words.opponent}
          max={80}
          value={draft.opponent}
          error={wrong('parties.0.name')}
          onChange={(opponent) => write({ opponent })}
        />
        <View className="forward__pair">
          <Field
            id={ids('parties.0.phone')}
            type="phone"
            label={words.opponentPhone}
            value={draft.opponentPhone}
            error={wrong('parties.0.phone')}
            optional
            onChange={(opponentPhone) => write({ opponentPhone })}
          />
          <Field
            id={ids('parties.0.creditCode')}
            label={words.opponentCode}
            max={18}
            value={draft.opponentCode}
            error={wrong('parties.0.creditCode')}
            optional
            onChange={(opponentCode) => write({ opponentCode })}
          />
        </View>
        <EvidencePicker
          id={ids('evidence')}
          label={words.papers}
          hint={signed ? words.signedHint : words.papersHint}
          optional={!signed}
          photos={draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          onAdd={() => void add()}
          onRetry={(photo) => void retry(photo)}
          onRemove={remove}
          error={message ?? wrong('evidence')}
        />
      </View>
    </View>
  )
}

type WhereProps = { place: string | undefined; id: string; error: string | undefined; write: FieldsProps['write'] }

function Where({ place, id, error, write }: WhereProps) {
  const { units, failed, waiting, again } = useUnits()
  if (waiting) return <Skeleton cards={1} />
  if (failed && units.length === 0) return <Problem {...problemOf(failed, again)} />
  return (
    <PlacePicker
      id={id}
      label={place ? `${words.place}：${placeText(units, place)}` : words.place}
      places={units}
      value={place}
      error={error}
      townWillDo
      onChange={(chosen) => write({ place: chosen })}
    />
  )
}
