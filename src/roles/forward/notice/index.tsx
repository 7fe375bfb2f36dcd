import { View } from '@tarojs/components'
import { useEffect, useId, useState } from 'react'
import { whatWentWrong } from '@/client/call'
import type { Told } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { usePhotos } from '@/client/photos'
import { restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import type { Role } from '@/domain/decider'
import { organNamed } from '@/domain/organ'
import { Button, Buttons, ErrorSummary, EvidencePicker, goTo, Heading, Icon, Link, Notice } from '@/ui'
import { noticeFormWords as words } from '@/words/notice-form'
import { behindFor, ForRoles, Frame } from '../frame'
import { enterTo } from '../keys'
import { SendBar } from '../send-bar'
import { ThrowAway } from '../throw-away'
import { Done } from './done'
import { GroundFields, More, OrganFields, PersonFields, ReceivedFields } from './fields'
import { blankFor, type Draft, inOrder, isFolded, problemsOf } from './form'
import { type Unsent, useSend } from './send'

/** A notice of court, procuratorate or police that somebody must be defended: on paper to the centre, or lodged by the organ. */
export default function CriminalNotice() {
  return (
    <ForRoles
      roles={['centre', 'department']}
      page={words.page}
      signIn={{ title: words.signIn, text: words.signInText }}
      other={{ title: words.notYours, text: words.notYoursText }}
    >
      <Known />
    </ForRoles>
  )
}

function Known() {
  const [receipt, setReceipt] = useState<MatterView>()
  const [turn, setTurn] = useState(0)
  function another() {
    setReceipt(undefined)
    setTurn(turn + 1)
  }
  if (receipt) return <Done view={receipt} onAnother={another} />
  return <Form key={turn} onDone={setReceipt} onThrownAway={() => setTurn(turn + 1)} />
}

const revive = (kept: Draft): Draft => ({ ...kept, photos: revivedPhotos(kept.photos) })

/** The whole notice on one screen. */
function Form({ onDone, onThrownAway }: { onDone: (view: MatterView) => void; onThrownAway: () => void }) {
  const me = useSession((session) => session.me)
  const role = me?.acting.role
  const unit = me?.roles.find((held) => held.role === role && held.unit === me.acting.unit)?.unitName
  const own = role === 'department'
  const [blank] = useState(() => blankFor(own ? organNamed(unit) : undefined, unit))
  const kept = useKept<Draft>('notice', blank, revive)
  const { draft, now, write, drop } = kept
  // Only what was left from before, not what has just been begun.
  const [begun] = useState(draft.requestId !== blank.requestId)
  const { message, add, retry, remove } = usePhotos({
    photos: () => now().photos,
    keep: (photos) => write({ photos }),
  })
  const [tries, setTries] = useState(0)
  const [more, setMore] = useState(Boolean(draft.place || draft.phone || draft.language))
  // What was found when it was pressed goes away as it is mended; what the server said, with the next word.
  const [found, setFound] = useState<readonly Told[]>([])
  const [told, setTold] = useState<readonly Told[]>([])
  const prefix = `n${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${field.replace(/\./g, '-')}`
  function wrongWith(problems: readonly Told[]) {
    setTries((before) => before + 1)
    if (problems.some(({ field }) => isFolded(field))) setMore(true)
  }
  const { send, sendAsNew, sending, unsent } = useSend(kept, {
    onDone,
    onWrong: (problems) => {
      setFound(problems)
      wrongWith(problems)
    },
    onTold: (problems) => {
      setTold(problems)
      wrongWith(problems)
    },
  })
  const still = new Set(problemsOf(draft, productNow()).map(({ field, code }) => `${field} ${code}`))
  const problems = inOrder([...told, ...found.filter(({ field, code }) => still.has(`${field} ${code}`))])
  const fields = {
    draft,
    write: (part: Partial<Draft>) => {
      setTold([])
      write(part)
    },
    ids,
    wrong: (field: string) =>
      problems.find((each) => each.field === field || each.field.startsWith(`${field}.`))?.message,
  }
  const photos = draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))
  const throwAway = () => {
    drop()
    onThrownAway()
  }
  return (
    <Frame
      behind={behindFor(role)}
      foot={<SendBar words={bar} onSend={send} sending={sending} again={unsent !== undefined} />}
    >
      <View className="forward" {...enterTo(send)}>
        <Heading size="big" text={words.title} />
        <View className="soft">{words.intro}</View>
        {begun && (
          <View>
            <ThrowAway words={leave} onYes={throwAway} />
          </View>
        )}
        <ErrorSummary
          key={tries}
          problems={problems.map(({ field, message }) => ({ id: ids(field), text: message }))}
        />
        {unsent && <NotRegistered id={`${prefix}-unsent`} unsent={unsent} role={role} onAsNew={sendAsNew} />}
        <View className="forward__two">
          <View className="forward__half">
            <OrganFields {...fields} />
            <ReceivedFields {...fields} own={own} />
            <PersonFields {...fields} />
          </View>
          <View className="forward__half">
            <GroundFields {...fields} />
            <EvidencePicker
              id={ids('evidence')}
              label={words.photos}
              photos={photos}
              error={fields.wrong('evidence') ?? message}
              optional
              onAdd={() => void add()}
              onRemove={remove}
              onRetry={(id) => void retry(id)}
            />
            <View>
              <Link text={more ? words.less : words.more} onPress={() => setMore(!more)}>
                <Icon name={more ? 'up' : 'down'} size="s" />
              </Link>
            </View>
          </View>
        </View>
        {more && <More {...fields} />}
      </View>
    </Frame>
  )
}

const bar = { send: words.send, sending: words.sending, again: words.sendAgain }
const leave = {
  open: words.throwAway,
  title: words.throwAwayTitle,
  text: words.throwAwayText,
  yes: words.drop,
  no: words.keep,
}

type NotProps = { id: string; unsent: Unsent; role: Role | undefined; onAsNew: () => unknown }

/** It did not get there: what is safe, and what to do. */
function NotRegistered({ id, unsent, role, onAsNew }: NotProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is shown anew
  useEffect(() => goTo(id), [id, unsent])
  const offline = 'offline' in unsent
  // Sent before, changed since: only whoever registers it knows whether it is a second one.
  const reused = 'refused' in unsent && unsent.refused === 'request.reused'
  return (
    <View id={id}>
      <Notice tone={offline || reused ? 'amber' : 'red'} icon={offline ? 'offline' : undefined} said>
        <View className="strong">{offline ? words.unsent : reused ? words.reused : whatWentWrong(unsent)}</View>
        {offline && <View className="small">{words.unsentMore}</View>}
        {reused && (
          <Buttons>
            <Button small share="half" text={words.toList} onPress={() => void restart(behindFor(role))} />
            <Button small share="half" text={words.asNew} onPress={onAsNew} />
          </Buttons>
        )}
      </Notice>
    </View>
  )
}
