import { View } from '@tarojs/components'
import { useState } from 'react'
import { chooseFilm, usePhotos } from '@/client/photos'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Button, EvidencePicker, Field, Heading, Icon, Link, Notice, VoiceRecorder } from '@/ui'
import { FieldError } from '@/ui/field'
import { commonWords } from '@/words/common'
import { reportWords as words } from '@/words/report'
import { DangerOfWords } from './danger'
import type { PartProps } from './report-form'
import { sendVoice } from './send'

/** In writing, by voice, or both. A recording or a photo needs somebody it belongs to. */
export function Tell({ kept, ids, wrong }: PartProps) {
  const { draft, write } = kept
  const known = useSession((session) => session.me !== undefined)
  const { voice } = draft
  return (
    <View className="stack">
      <Heading text={words.tell} />
      <Field
        id={ids('text')}
        type="textarea"
        label={words.textLabel}
        placeholder={words.example}
        value={draft.text}
        error={wrong('text')}
        max={2000}
        optional={Boolean(voice)}
        onChange={(text) => write({ text })}
      />
      <DangerOfWords topic={draft.topic} text={draft.text} />
      {known ? (
        <>
          <VoiceRecorder
            id={ids('voice')}
            label={words.voice}
            hint={words.voiceHint}
            value={voice}
            error={wrong('voice')}
            otherwise={words.cannotRecord}
            optional={Boolean(draft.text.trim())}
            onRecorded={(path, seconds) => {
              write({ voice: { path, seconds, state: 'sending' } })
              void sendVoice(kept)
            }}
            onRemove={() => write({ voice: undefined })}
          />
          <Pictures kept={kept} ids={ids} wrong={wrong} />
        </>
      ) : (
        <Notice>
          <View>{words.voiceVisitor}</View>
          <Link small text={commonWords.signIn} onPress={() => void go(places.me)} />
        </Notice>
      )}
    </View>
  )
}

/** Up to nine photos, or one short film in their place. */
function Pictures({ kept, ids, wrong }: PartProps) {
  const { draft, now, write } = kept
  const [hint, setHint] = useState(false)
  const photos = usePhotos({ photos: () => now().photos, keep: (list) => write({ photos: list, lost: 0 }) })
  const film = usePhotos(
    { photos: () => filmOf(now().video), keep: ([video]) => write({ video, lost: 0 }) },
    1,
    chooseFilm,
  )
  const id = ids('photos')
  return (
    <View className="stack stack--m">
      {draft.lost > 0 && <Notice tone="amber">{words.lost(draft.lost)}</Notice>}
      {!draft.video && (
        <EvidencePicker
          id={id}
          label={words.photos}
          hint={words.photosHint}
          photos={draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          error={wrong('photos') ?? photos.message}
          optional
          onAdd={() => void photos.add()}
          onRemove={photos.remove}
          onRetry={(photo) => void photos.retry(photo)}
        />
      )}
      {draft.video && (
        <View id={id} className="field" ariaRole="group" ariaLabel={words.film}>
          <View className="field__label" ariaHidden>
            {words.film}
          </View>
          <View className="row row--tight" ariaRole="status">
            <Icon name={draft.video.state === 'ready' ? 'check' : 'play'} />
            <View>{filmText(draft.video)}</View>
          </View>
          <FieldError id={id} error={wrong('photos') ?? film.message} />
          {draft.video.state === 'failed' && (
            <Button small text={words.filmAgain} onPress={() => film.retry(draft.video?.id ?? '')} />
          )}
          <View>
            <Link small text={words.filmDrop} onPress={() => film.remove(draft.video?.id ?? '')} />
          </View>
        </View>
      )}
      {!draft.video && draft.photos.length === 0 && (
        <View>
          <Link
            small
            icon="camera"
            text={words.addFilm}
            onPress={() => {
              setHint(true)
              void film.add()
            }}
          />
          <FieldError id={`${id}-film`} error={film.message} />
        </View>
      )}
      {(hint || draft.video) && <View className="small soft">{words.filmHint}</View>}
    </View>
  )
}

type Film = PartProps['kept']['draft']['video']
const filmOf = (video: Film) => (video ? [video] : [])
const filmText = ({ state, percent = 0 }: NonNullable<Film>): string =>
  state === 'ready' ? words.filmReady : state === 'failed' ? words.filmFailed : words.filmSending(percent)
