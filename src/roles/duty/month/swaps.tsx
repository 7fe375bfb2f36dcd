import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { SwapView } from '@/contract/views'
import { Button, Buttons, Item, Notice, Rows, Section } from '@/ui'
import { NotSent } from '@/ui/told'
import { shiftText } from '@/words/duty'
import { monthWords as words } from '@/words/duty-month'
import type { Ends } from './index'

/** Swaps that I am asked for, to be answered; and how those stand that I asked for or answered. */
export function Swaps({ swaps, ...ends }: Ends & { swaps: readonly SwapView[] }) {
  const now = productNow()
  const me = useSession((session) => session.me?.id)
  if (swaps.length === 0) return null
  const known = swaps.filter(({ mine }) => !mine)
  return (
    <Section title={words.swaps}>
      {swaps
        .filter(({ mine }) => mine)
        .map((swap) => (
          <ToAnswer key={swap.id} swap={swap} {...ends} />
        ))}
      {known
        .filter(({ person, state }) => person.person === me && state === 'asked')
        .map((swap) => (
          <TakeBack key={swap.id} swap={swap} {...ends} />
        ))}
      {known.length > 0 && (
        <Rows>
          {known.map(({ id, from, to, person, with: other, seatText, state }, at) => {
            const shift = `${shiftText(from, to, now)}，${seatText}`
            const asked = person.person === me
            return (
              <Item
                key={id}
                first={at === 0}
                name={asked ? words.swapMine(other.name, shift) : words.swapTheirs(person.name, shift)}
                more={asked ? words.swapStates[state] : words.swapTheirStates[state]}
              />
            )
          })}
        </Rows>
      )}
    </Section>
  )
}

/** Until it is answered it is still mine to take back. */
function TakeBack({ swap, onDone, onRefused }: Ends & { swap: SwapView }) {
  const now = productNow()
  const back = useCommand('rota.swapAnswer', { onDone: () => onDone(words.swapTakenBack), onRefused })
  return (
    <Notice icon="swap">
      <View className="stack">
        <View>{words.swapMine(swap.with.name, `${shiftText(swap.from, swap.to, now)}，${swap.seatText}`)}</View>
        <NotSent wrong={back.wrong} />
        <Button text={words.swapTakeBack} onPress={() => back.send({ id: swap.id, yes: false })} />
      </View>
    </Notice>
  )
}

function ToAnswer({ swap, onDone, onRefused }: Ends & { swap: SwapView }) {
  const { id, person, from, to, seatText, return: back } = swap
  const now = productNow()
  const yes = useCommand('rota.swapAnswer', { onDone: () => onDone(words.swapAgreed), onRefused })
  const no = useCommand('rota.swapAnswer', { onDone: () => onDone(words.swapDeclined), onRefused })
  return (
    <Notice icon="swap">
      <View className="stack">
        <View>
          <View className="strong">{words.swapOf(person.name)}</View>
          <View>{words.swapGive(shiftText(from, to, now), seatText)}</View>
          <View>{back ? words.swapBack(shiftText(back.from, back.to, now)) : words.swapNoBack}</View>
        </View>
        <NotSent wrong={yes.wrong.text ? yes.wrong : no.wrong} />
        <Buttons>
          <Button share="half" text={words.swapNo} onPress={() => no.send({ id, yes: false })} />
          <Button share="half" kind="main" text={words.swapYes} onPress={() => yes.send({ id, yes: true })} />
        </Buttons>
      </View>
    </Notice>
  )
}
