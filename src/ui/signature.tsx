import { Canvas, Image, View } from '@tarojs/components'
import { useState } from 'react'
import { signatureWords } from '@/words/parts'
import { Button, Buttons } from './button'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import { usePad } from './pad'

type SignatureProps = AskProps & {
  /** A local picture: it lives as long as the app or page, so send it before it is forgotten. */
  value?: { path: string }
  onSigned: (path: string) => void
  onClear: () => void
  /** What whoever can't draw may do instead: a witness, a spoken yes. */
  otherwise?: string
}

/** Signing with a finger or a mouse; the result is a PNG, black on white. */
export function Signature({ value, onSigned, onClear, otherwise, ...ask }: SignatureProps) {
  const [wrong, setWrong] = useState<string>()
  return (
    <Fieldset {...ask} hint={ask.hint ?? (value ? undefined : signatureWords.hint)} error={wrong ?? ask.error}>
      {value ? (
        <Signed path={value.path} onClear={onClear} />
      ) : (
        <Pad id={`${ask.id}-pad`} onSigned={onSigned} onWrong={setWrong} />
      )}
      {otherwise && !value && <View className="field__hint">{otherwise}</View>}
    </Fieldset>
  )
}

type PadProps = { id: string; onSigned: (path: string) => void; onWrong: (wrong?: string) => void }

function Pad({ id, onSigned, onWrong }: PadProps) {
  const pad = usePad(id, () => onWrong())

  function rub() {
    onWrong()
    pad.clear()
  }
  async function handIn() {
    const found = pad.written()
    if (found !== 'signature') return onWrong(found === 'nothing' ? signatureWords.empty : signatureWords.short)
    const path = await pad.picture()
    if (path) onSigned(path)
    else onWrong(signatureWords.failed)
  }
  return (
    <>
      <View className="sign" catchMove ariaRole="img" ariaLabel={signatureWords.pad}>
        <View className="sign__line" />
        <Canvas {...pad.props} className="sign__pad" type="2d" disableScroll />
      </View>
      <Buttons>
        <Button share="third" text={signatureWords.rub} onPress={rub} />
        <Button share="two" kind="main" text={signatureWords.done} busyText={signatureWords.saving} onPress={handIn} />
      </Buttons>
    </>
  )
}

function Signed({ path, onClear }: { path: string; onClear: () => void }) {
  return (
    <>
      <View className="sign">
        <Image className="sign__pad" src={path} mode="aspectFit" ariaLabel={signatureWords.picture} />
      </View>
      <View className="row row--tight green strong" ariaRole="status">
        <Icon name="done" size="s" />
        <View>{signatureWords.signed}</View>
      </View>
      <Button text={signatureWords.again} onPress={onClear} />
    </>
  )
}
