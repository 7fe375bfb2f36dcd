import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { Button, type ButtonKind, Buttons } from './button'
import { useDialogKeys, useWrongInSight } from './focus'
import { Heading } from './heading'
import { Icon } from './icon'
import { Press } from './press'
import { uiWords } from './words'

type SheetProps = { open: boolean; title: string; onClose: () => void; children: ReactNode }

/** A dialog from below. Inside a page's root View, so that the page's mode reaches it. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const id = `sheet-${useId().replace(/:/g, '')}`
  const close = useRef(onClose)
  close.current = onClose
  const closeNow = useRef(() => close.current()).current
  useDialogKeys(id, open, closeNow)
  useWrongInSight(id, open)
  if (!open) return null
  return (
    <View className="sheet" catchMove>
      <View className="sheet__scrim" onClick={onClose} ariaHidden />
      <View id={id} className="sheet__box" ariaRole="dialog" ariaModal ariaLabel={title} {...focusable}>
        <View className="sheet__head">
          <Heading text={title} />
          <Press className="sheet__close" onClick={onClose} ariaLabel={uiWords.shut}>
            <Icon name="close" />
          </Press>
        </View>
        {children}
      </View>
    </View>
  )
}

// A browser lets focus onto a plain element only with this; weapp has no such thing.
const focusable = process.env.TARO_ENV === 'h5' ? { tabIndex: -1 } : {}

type ConfirmProps = {
  open: boolean
  title: string
  /** What happens then; nothing that was not said before. */
  text?: string
  /** A verb: 「撤回申请」, not 「确定」. */
  yes: string
  kind?: ButtonKind
  no?: string
  onYes: () => unknown
  onNo: () => void
}

/** One question before something that can't be taken back. */
export function Confirm({ open, title, text, yes, kind = 'main', no = uiWords.cancel, onYes, onNo }: ConfirmProps) {
  return (
    <Sheet open={open} title={title} onClose={onNo}>
      {text && <View>{text}</View>}
      <Buttons>
        <Button share="half" text={no} onPress={onNo} />
        <Button share="half" kind={kind} text={yes} onPress={onYes} />
      </Buttons>
    </Sheet>
  )
}
