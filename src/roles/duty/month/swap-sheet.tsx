import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { ShiftView } from '@/contract/views'
import { addDays, dayOf, startOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Button, ChoiceList, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { shiftText } from '@/words/duty'
import { monthWords as words } from '@/words/duty-month'
import type { Shift } from './days'
import type { Ends } from './index'

export type SheetProps = Ends & { open: boolean; onClose: () => void; shift: Shift }

const NOTHING = 'nothing'
const DAYS = 35

/** Everybody who stands in the same seat within the next weeks, with the shifts that are still to come. */
export function useOthers(seat: string | undefined) {
  const me = useSession((session) => session.me?.id)
  const now = productNow()
  const [from] = useState(() => startOf(dayOf(now)))
  const asked = useAsk('rota.shifts', seat ? { seat, from, to: startOf(addDays(dayOf(from), DAYS)) } : undefined)
  const coming = asked.value?.filter(({ person, gap, start }) => person !== me && !gap && start > now)
  const others = coming && [...new Map(coming.map(({ person, name }) => [person, name]))]
  return { ...asked, coming, others }
}

/** Would you take my shift: whom to ask, and what to take over in exchange. */
export function SwapSheet({ open, onClose, shift, onDone, onRefused }: SheetProps) {
  const now = productNow()
  const { coming, others, failed, again } = useOthers(open ? shift.seat : undefined)
  const [who, setWho] = useState<string>()
  const [back, setBack] = useState(NOTHING)
  const [missing, setMissing] = useState(false)
  const { send, wrong } = useCommand('rota.swapAsk', {
    onDone: (swap) => {
      onClose()
      onDone(words.swapAsked(swap.with.name))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const theirs = (coming ?? []).filter(({ person }) => person === who)
  function ask() {
    setMissing(!who)
    const given = theirs.find(({ start }) => start === back)
    if (!who) return
    return send({
      seat: shift.seat,
      from: shift.start,
      to: shift.end,
      with: who,
      ...(given && { return: { from: given.start, to: given.end } }),
    })
  }
  return (
    <Sheet open={open} title={words.swapTitle(shiftText(shift.start, shift.end, now))} onClose={onClose}>
      <View className="soft">{words.swapText}</View>
      <Read value={others} failed={failed} again={again} cards={1} lines={3}>
        {(people) =>
          people.length === 0 ? (
            <View>{words.swapNobody}</View>
          ) : (
            <>
              <ChoiceList
                id="swap-with"
                label={words.swapWith}
                choices={people.map(([value, text]) => ({ value, text }))}
                value={who}
                onChange={(chosen) => {
                  setWho(chosen)
                  setBack(NOTHING)
                  setMissing(false)
                }}
                error={missing ? words.swapMissing : wrong.fields.with}
              />
              {who && <Returned shifts={theirs} value={back} onChange={setBack} error={wrong.fields.return} />}
              <NotSent wrong={wrong} />
              <Button kind="main" icon="swap" text={words.swapSend} onPress={ask} />
            </>
          )
        }
      </Read>
    </Sheet>
  )
}

type ReturnedProps = { shifts: ShiftView[]; value: string; onChange: (start: string) => void; error?: string }

function Returned({ shifts, value, onChange, error }: ReturnedProps) {
  const now = productNow()
  return (
    <ChoiceList
      id="swap-return"
      label={words.swapReturn}
      choices={[
        { value: NOTHING, text: words.swapNoReturn },
        ...shifts.map(({ start, end }) => ({ value: start, text: shiftText(start, end, now) })),
      ]}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
