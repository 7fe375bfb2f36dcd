import Taro from '@tarojs/taro'
import { go, places } from './places'

/**
 * WeChat holds back whatever is private (photos, microphone, clipboard, place) until she has agreed to its notice. It
 * tells us that something waits; our own page asks, and what she says there is handed on.
 */

type Resolve = (said: { event: 'agree' | 'disagree'; buttonId?: string }) => void

/** WeChat looks whether this very button was pressed. */
export const AGREE_BUTTON = 'privacy-agree'

const waiting: Resolve[] = []

/** Once, when the mini-program opens. A WeChat before 2.32.3 asks by itself. */
export function askBeforePrivate(): void {
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve: unknown) => {
    waiting.push(resolve as Resolve)
    // However many things wait, she is asked once.
    if (waiting.length === 1) void go(places.privacyAsk)
  })
}

/** Whatever waits goes on, or fails as if it had been forbidden; said after the page that asked is gone. */
export function answerPrivate(yes: boolean): void {
  for (const resolve of waiting.splice(0))
    resolve(yes ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' })
}

/** Whether she hasn't agreed yet, and what WeChat calls the notice; nothing where WeChat knows of none. */
export const privacySetting = (): Promise<{ needed: boolean; name: string } | undefined> =>
  new Promise((done) => {
    if (typeof Taro.getPrivacySetting !== 'function') return done(undefined)
    Taro.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        done({ needed: needAuthorization, name: privacyContractName }),
      fail: () => done(undefined),
    })
  })

/** Asks before there is anything to hold back, so that a tap later isn't interrupted. Whether she agreed. */
export const requirePrivacy = (): Promise<boolean> =>
  new Promise((done) => {
    if (typeof Taro.requirePrivacyAuthorize !== 'function') return done(true)
    Taro.requirePrivacyAuthorize({ success: () => done(true), fail: () => done(false) })
  })

/** WeChat's own page with the notice as the bureau registered it. Whether it opened. */
export const openContract = (): Promise<boolean> =>
  new Promise((done) => {
    if (typeof Taro.openPrivacyContract !== 'function') return done(false)
    Taro.openPrivacyContract({ success: () => done(true), fail: () => done(false) })
  })
