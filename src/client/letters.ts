import Taro from '@tarojs/taro'
import type { Input } from '@/contract/actions'
import { useAsk } from './ask'
import { call } from './call'
import { selfHosted } from './origin'
import { newRequestId } from './request-id'
import { signInThroughWechat } from './wechat'

/** Letters by WeChat: it brings one for each time that she said yes, so she is asked where one is worth it. */

/**
 * What may be asked for where she sends such a matter; nothing outside the mini-program, or where the county has
 * registered nothing. `wanted`: whether the tap that may ask is on this page.
 */
export function useLetters(about?: Input<'notice.templates'>['about'], wanted = true): string[] {
  const asked = about ? { about } : {}
  const { value } = useAsk('notice.templates', process.env.TARO_ENV === 'weapp' && wanted ? asked : undefined)
  return (value?.items ?? []).map(({ id }) => id)
}

/** Only from a tap: WeChat asks her itself. Whether she said yes to any, each counted once; a no is nobody's mistake. */
export async function askForLetters(ids: string[]): Promise<boolean> {
  if (ids.length === 0) return false
  try {
    const said = await Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] })
    const accepted = ids.filter((id) => Object.entries(said).some(([each, word]) => each === id && word === 'accept'))
    if (accepted.length === 0) return false
    const yes = { accepted, requestId: newRequestId() }
    const answer = await call('notice.agree', yes)
    if (answer.ok && answer.value.kept) return true
    // On a county's own server nobody knows her WeChat until she has signed in and said so.
    if (!selfHosted || !(await signInThroughWechat(true))) return false
    const again = await call('notice.agree', yes)
    return again.ok && again.value.kept
  } catch {
    return false
  }
}
