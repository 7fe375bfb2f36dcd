import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const inBrowser = process.env.TARO_ENV === 'h5'
const pressable = 'button, input, textarea, select, [tabindex="0"]'

/** Brings the element with this id into sight; in a browser the keyboard follows. */
export function goTo(id: string) {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 200 })
    return
  }
  const element = document.getElementById(id)
  if (!element) return
  const target = element.matches(pressable) ? element : element.querySelector<HTMLElement>(pressable)
  element.scrollIntoView({ block: 'center' })
  ;(target ?? element).focus({ preventScroll: true })
}

/** In a browser, what a dialog owes the keyboard: focus goes in, stays in, comes back; Escape closes. */
export function useDialogKeys(id: string, open: boolean, onClose: () => void) {
  useEffect(() => {
    if (!inBrowser || !open) return
    const before = document.activeElement as HTMLElement | null
    const inside = () => [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(pressable) ?? [])]
    document.getElementById(id)?.focus()

    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape') onClose()
      if (event.key !== 'Tab') return
      const stops = inside()
      const [first, last] = [stops[0], stops.at(-1)]
      const at = document.activeElement
      const leaves = event.shiftKey ? at === first || at?.id === id : at === last
      if (!leaves) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      before?.focus()
    }
  }, [id, open, onClose])
}

/** In a browser: what is wrong far above a dialog's button comes into sight, unless she is just writing. */
export function useWrongInSight(id: string, open: boolean) {
  const before = useRef<string>()
  useEffect(() => {
    if (!inBrowser) return
    const wrong = open ? document.querySelector(`#${id} .field__wrong`)?.id : undefined
    const writing = document.activeElement?.matches('input, textarea, select')
    if (wrong && wrong !== before.current && !writing) {
      goTo(wrong.replace(/-error$/, ''))
      document.getElementById(wrong)?.scrollIntoView({ block: 'center' })
    }
    before.current = wrong
  })
}
