import type { KeyboardEvent } from 'react'

/** A clerk with a keyboard: Enter does what the next press would do. A phone's keyboard has its own keys. */
type Keys = { onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void }

const inBrowser = process.env.TARO_ENV === 'h5'
const SIDE_BY_SIDE = 900

// The Enter that takes a word from the input method isn't for the page.
const isEnter = ({ key, nativeEvent }: KeyboardEvent) => key === 'Enter' && !nativeEvent.isComposing

/** Whether Enter in the sentence registers; on a phone it is a new line. */
export const enterSends = (): boolean => inBrowser && window.innerWidth >= SIDE_BY_SIDE

export function enterTo(send: () => unknown): Keys {
  if (!inBrowser) return {}
  return {
    onKeyDown: (event) => {
      if (!isEnter(event) || event.defaultPrevented) return
      const { tagName } = event.target as HTMLElement
      const sends = tagName === 'INPUT' || (tagName === 'TEXTAREA' && !event.shiftKey && enterSends())
      if (!sends) return
      event.preventDefault()
      void send()
    },
  }
}

/** In a search, Enter takes the first of what was found. */
export function enterTakesFirst(found: string): Keys {
  if (!inBrowser) return {}
  return {
    onKeyDown: (event) => {
      if (!isEnter(event) || (event.target as HTMLElement).tagName !== 'INPUT') return
      event.preventDefault()
      event.currentTarget.querySelector<HTMLElement>(found)?.click()
    },
  }
}
