import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Failed, useAsk } from '@/client/ask'
import { call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { SeatView } from '@/contract/views'
import { after, type Instant, MINUTE } from '@/domain/time'
import { Button, ChoiceList, Notice, Sheet, Skeleton } from '@/ui'
import { NotSent } from '@/ui/told'
import { hourText, questionWords as words } from '@/words/duty'
import type { SheetProps } from './words-sheet'

// Two hours are the latest that may be promised.
const MINUTES = [15, 30, 60, 120] as const
const FIVE = 5 * MINUTE
/** The last full five minutes within so many minutes: people say 9:40, not 9:43. */
const within = (now: Instant, minutes: number): Instant => {
  const at = after(now, minutes * MINUTE)
  return after(at, -(Date.parse(at) % FIVE))
}

/** A named person rings by a time she is shown. */
export function RouteSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const me = useSession((session) => session.me)
  const [who, setWho] = useState<string>()
  const [minutes, setMinutes] = useState<string>('30')
  const [nobody, setNobody] = useState(false)
  const { people, failed } = usePeople(open, view.place.code)
  const now = productNow()
  const callBackAt = within(now, Number(minutes))
  const mayRing = view.can.some(({ action }) => action === 'question.answer')
  const others = people.filter(({ id }) => id !== me?.id)
  const choices = [
    ...(me && mayRing ? [{ value: me.id, text: words.routeMe }] : []),
    ...others.map(({ id, name, seat }) => ({ value: id, text: name, more: seat })),
  ]
  const name = who === me?.id ? (me?.name ?? '') : (others.find(({ id }) => id === who)?.name ?? '')
  const { send, wrong } = useCommand('question.route', {
    onDone: (left) => {
      onClose()
      onDone(left, words.routeDone(name, hourText(left.detail.routed?.callBackAt ?? callBackAt)))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  function tell() {
    setNobody(!who)
    return who ? send({ id: view.id, person: who, callBackAt }) : undefined
  }
  return (
    <Sheet open={open} title={words.routeTitle} onClose={onClose}>
      <View className="soft">{words.routeText}</View>
      {failed && (
        <Notice tone="amber" icon={'offline' in failed ? 'offline' : undefined}>
          {whatWentWrong(failed)}
        </Notice>
      )}
      {choices.length === 0 && !failed ? (
        <Skeleton cards={1} lines={3} />
      ) : (
        <ChoiceList
          id="route-person"
          label={words.routeWho}
          choices={choices}
          value={who}
          onChange={(chosen) => {
            setNobody(false)
            setWho(chosen)
          }}
          error={nobody ? words.routeNobody : wrong.fields.person}
        />
      )}
      <ChoiceList
        id="route-when"
        label={words.routeWhen}
        choices={MINUTES.map((each) => ({
          value: String(each),
          text: words.routeIn(each, hourText(within(now, each))),
        }))}
        value={minutes}
        onChange={setMinutes}
        error={wrong.fields.callBackAt}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.routeSend} onPress={tell} />
    </Sheet>
  )
}

type Person = { id: string; name: string; seat: string }

/** Who stands in a seat that may ring her now: the centre's, the banner's lines, her own town's. */
function usePeople(open: boolean, place: string): { people: Person[]; failed?: Failed } {
  const seats = useAsk('rota.seats', open ? {} : undefined)
  const [people, setPeople] = useState<Person[]>([])
  const [failed, setFailed] = useState<Failed>()
  const near = seats.value?.items.filter((seat) => isNear(seat, place))
  const key = near?.map(({ seat }) => seat).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the seats stand in the key
  useEffect(() => {
    if (!near) return
    let left = false
    void Promise.all(near.map(({ seat }) => call('rota.whoIsOn', { seat }))).then((answers) => {
      if (left) return
      const found = new Map<string, Person>()
      answers.forEach((answer, n) => {
        if (!answer.ok) setFailed(answer)
        for (const { person, name } of answer.ok ? answer.value.items : [])
          if (!found.has(person)) found.set(person, { id: person, name, seat: near[n]?.name ?? '' })
      })
      setPeople([...found.values()])
    })
    return () => {
      left = true
    }
  }, [key])
  return { people, failed: people.length === 0 ? (failed ?? seats.failed) : undefined }
}

// A village's code begins with its town's.
const isNear = ({ kind, unit }: SeatView, place: string) => kind !== 'command' && (!unit || place.startsWith(unit))
