import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { SeatView } from '@/contract/views'
import { Button, Buttons, Card, Field } from '@/ui'
import { NotSent } from '@/ui/told'
import { changeWords, repeatTexts, seatWords as words } from '@/words/rota-editor'

export type Ends = { onDone: (text: string) => void; onRefused: (message: string) => void; onStop: () => void }
type Layer = SeatView['layers'][number]

/** The layers of a seat, the strongest first. */
export function Layers({ seat, onEdit, ...ends }: Ends & { seat: SeatView; onEdit: (layer: string) => void }) {
  if (seat.layers.length === 0) return <View className="soft">{words.layersNone}</View>
  return (
    <>
      {[...seat.layers]
        .sort((a, b) => b.priority - a.priority)
        .map((layer) => (
          <One key={layer.layer} layer={layer} may={seat.mine} onEdit={() => onEdit(layer.layer)} {...ends} />
        ))}
    </>
  )
}

function One({ layer, may, onEdit, ...ends }: Ends & { layer: Layer; may: boolean; onEdit: () => void }) {
  const [leaving, setLeaving] = useState(false)
  const { people, every, handover, anchor, from, to, priority } = layer
  const facts = [
    repeatTexts[every],
    from && to ? words.layerHours(from, to) : '',
    words.handover(handover),
    words.anchor(anchor, productNow()),
    words.priority(priority),
  ]
  return (
    <Card>
      <View>
        <Text className="block strong">{words.order(people.map(({ name }) => name))}</Text>
        <Text className="block soft">{facts.filter(Boolean).join('，')}</Text>
      </View>
      {may && !leaving && (
        <Buttons>
          <Button share="half" small icon="pen" text={words.editLayer} onPress={onEdit} />
          <Button share="half" small kind="danger" text={words.removeLayer} onPress={() => setLeaving(true)} />
        </Buttons>
      )}
      {leaving && <Leaving layer={layer.layer} {...ends} onStop={() => setLeaving(false)} />}
    </Card>
  )
}

function Leaving({ layer, onDone, onRefused, onStop }: Ends & { layer: string }) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('rota.removeLayer', { onDone: () => onDone(words.removed), onRefused })
  function remove() {
    setTried(true)
    return why.trim() ? send({ layer, why: why.trim() }) : undefined
  }
  return (
    <>
      <View className="soft">{words.removeText}</View>
      <Field
        id="layer-why"
        label={words.removeWhy}
        max={500}
        value={why}
        onChange={setWhy}
        error={tried && !why.trim() ? changeWords.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.stop} onPress={onStop} />
        <Button share="half" kind="danger" text={words.removeLayer} onPress={remove} />
      </Buttons>
    </>
  )
}
