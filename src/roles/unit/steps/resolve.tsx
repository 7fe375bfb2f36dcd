import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Photo } from '@/client/draft'
import { usePhotos } from '@/client/photos'
import { type SheetProps, useStep } from '@/client/step'
import { type ResultType, resultTypes } from '@/domain/grievance-types'
import { Button, CheckList, ChoiceList, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/grievance'
import { mediateWords, resolveWords as words } from '@/words/unit-desk'
import { type Mediated, mediationOf, unmediated } from './mediated'
import { MediationFields } from './mediation'

type Yes = 'yes'
const empty = {
  result: undefined as ResultType | undefined,
  text: '',
  photos: [] as Photo[],
  without: '',
  mediated: [] as Yes[],
  mediation: unmediated,
}
const MOST_PHOTOS = 9

/** The result, for somebody else to check; a mediation with its record and agreement. */
export function ResolveSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, latest, send, wrong } = useStep('grievance.resolve', { ...props, empty, told: words.told })
  const { add, retry, remove, message } = usePhotos(
    { photos: () => latest().photos, keep: (photos) => write({ photos }) },
    MOST_PHOTOS,
  )
  const [tried, setTried] = useState(false)
  const { result, photos } = draft
  const text = draft.text.trim()
  const without = draft.without.trim()
  const silent = (view.detail.with ?? []).filter(({ answered }) => !answered).map(({ name }) => name)
  const mediated = draft.mediated.length > 0
  const mediation = mediated ? mediationOf(draft.mediation) : undefined
  const moving = photos.some(({ state }) => state === 'sending')

  function submit() {
    setTried(true)
    if (!result || !text || (silent.length > 0 && !without) || (mediated && !mediation)) return
    return send({
      id: view.id,
      result,
      text,
      photos: photos.flatMap(({ fileId }) => fileId ?? []),
      ...(without && { without }),
      ...(mediation && { mediation }),
    })
  }
  const writeMediation = (part: Partial<Mediated>) => write({ mediation: { ...latest().mediation, ...part } })
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<ResultType>
        id="resolve-result"
        label={words.result}
        choices={resultTypes.map((value) => ({ value, text: resultTexts[value], more: words.results[value] }))}
        value={result}
        onChange={(chosen) => write({ result: chosen })}
        error={tried && !result ? words.resultMissing : wrong.fields.result}
      />
      <Field
        id="resolve-text"
        type="textarea"
        max={2000}
        label={words.label}
        hint={result === 'unsolvable' ? words.hintUnsolvable : words.hint}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.missing : wrong.fields.text}
      />
      <EvidencePicker
        id="resolve-photos"
        label={words.photos}
        hint={words.photosHint}
        photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        onAdd={() => void add()}
        onRetry={(id) => void retry(id)}
        onRemove={remove}
        error={message ?? wrong.fields.photos}
      />
      {silent.length > 0 && (
        <Field
          id="resolve-without"
          type="textarea"
          max={500}
          label={words.without}
          hint={words.withoutHint(silent.join('、'))}
          value={draft.without}
          onChange={(typed) => write({ without: typed })}
          error={tried && !without ? words.withoutMissing : wrong.fields.without}
        />
      )}
      <CheckList<Yes>
        id="resolve-mediated"
        label={mediateWords.ask}
        choices={[{ value: 'yes', text: mediateWords.yes, more: mediateWords.yesText }]}
        values={draft.mediated}
        onChange={(chosen) => write({ mediated: chosen })}
      />
      {mediated && (
        <MediationFields value={draft.mediation} onChange={writeMediation} tried={tried} wrong={wrong.fields} />
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} offReason={moving ? words.moving : undefined} />
    </Sheet>
  )
}
