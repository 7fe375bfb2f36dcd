import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Me } from '@/contract/views'

/** Who is signed in on this phone, and how she wants it to look. Survives a restart. */
export type Size = 'normal' | 'large' | 'elder' | 'elder-max'
type Session = {
  token: string
  me: Me | undefined
  size: Size
  village: { code: string; text: string } | undefined
  /** Chinese alone, or Mongolian beside it; empty until somebody chose. */
  language: 'zh' | 'both' | ''
  demo: boolean
  sizeChosen: boolean
}

const KEY = 'session'
const empty: Session = {
  token: '',
  me: undefined,
  size: 'normal',
  village: undefined,
  language: '',
  demo: false,
  sizeChosen: false,
}

export const useSession = create<Session>(() => ({ ...empty, ...stored() }))

useSession.subscribe((session) => Taro.setStorageSync(KEY, JSON.stringify(session)))

function stored(): Partial<Session> {
  try {
    return JSON.parse(Taro.getStorageSync(KEY) || '{}')
  } catch {
    return {}
  }
}

export const token = (): string => useSession.getState().token
export const signedIn = (token: string, me: Me): void => useSession.setState({ token, me })
export const knowMe = (me: Me): void => useSession.setState({ me })
/** The size and the village belong to the phone, not to the person. */
export const forgetSession = (): void => useSession.setState({ token: '', me: undefined })
export const setSize = (size: Size): void => useSession.setState({ size, sizeChosen: true })
export const setVillage = (village: { code: string; text: string }): void => useSession.setState({ village })
export const setLanguage = (language: 'zh' | 'both'): void => useSession.setState({ language })
/** The size as the page's class. */
export const useMode = () => useSession(({ size }) => (size === 'normal' ? '' : size))
