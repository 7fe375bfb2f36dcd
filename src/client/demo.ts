import Taro from '@tarojs/taro'
import type { Role } from '@/domain/decider'
import { call, headers } from './call'
import { signedIn, useSession } from './session'

/** The demonstration bureau's way in: pick a person. It does not exist in production. */
export type DemoPerson = { id: string; name: string; roles: { role: Role; unit?: string }[] }

async function door<T>(path: string, method: 'GET' | 'POST', data?: Record<string, unknown>): Promise<T | undefined> {
  try {
    const answer = await Taro.request({ url: path, method, header: headers(), ...(data && { data }) })
    return answer.data?.ok ? (answer.data.value as T) : undefined
  } catch {
    return undefined
  }
}

/** Whether what is shown is invented. */
export const demoMode = async (): Promise<boolean> => (await door<{ mode: string }>('/health', 'GET'))?.mode === 'demo'

/** The people one may sign in as; undefined where this isn't a demonstration. */
export const demoPeople = async (): Promise<DemoPerson[] | undefined> =>
  (await door<{ items: DemoPerson[] }>('/demo/people', 'GET'))?.items

export async function demoSignIn(person: string): Promise<boolean> {
  const given = await door<{ token: string }>('/demo/sign-in', 'POST', { person })
  if (!given) return false
  useSession.setState({ token: given.token })
  const me = await call('session.me', {})
  if (me.ok) signedIn(given.token, me.value)
  return me.ok
}
