import { Image, Text, View } from '@tarojs/components'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import { Press } from './press'
import { uiWords } from './words'

export type Evidence = {
  id: string
  /** A local or signed address to draw. */
  url: string
  state: 'ready' | 'sending' | 'failed'
  /** 0 to 100 while sending. */
  percent?: number
}

type EvidencePickerProps = AskProps & {
  photos: readonly Evidence[]
  onAdd: () => void
  onRemove: (id: string) => void
  onRetry: (id: string) => void
  onOpen?: (id: string) => void
  max?: number
}

/** Photos, each with how its sending goes. The caller takes and sends them. */
export function EvidencePicker({ photos, onAdd, onRemove, onRetry, onOpen, max = 9, ...ask }: EvidencePickerProps) {
  return (
    <Fieldset {...ask}>
      <View className="photos">
        {photos.map((photo, index) => (
          <View key={photo.id} className="photo">
            <Press className="photo__pic" onClick={() => onOpen?.(photo.id)} ariaLabel={uiWords.photo(index + 1)}>
              <Image className="photo__pic" src={photo.url} mode="aspectFill" />
            </Press>
            {photo.state === 'sending' && (
              <View className="photo__state" ariaRole="status">
                {`${photo.percent ?? 0}%`}
              </View>
            )}
            {photo.state === 'failed' && (
              <Press className="photo__state photo__state--failed" onClick={() => onRetry(photo.id)}>
                <Text>{uiWords.photoFailed}</Text>
              </Press>
            )}
            <Press className="photo__off" onClick={() => onRemove(photo.id)} ariaLabel={uiWords.removePhoto(index + 1)}>
              <View className="photo__x">
                <Icon name="close" size="s" />
              </View>
            </Press>
          </View>
        ))}
        {photos.length < max && (
          <Press className="photo photo--add" onClick={onAdd}>
            <Icon name="camera" />
            <Text>{uiWords.addPhoto}</Text>
          </Press>
        )}
      </View>
      <View className="field__left">{uiWords.photosLeft(photos.length, max)}</View>
    </Fieldset>
  )
}
