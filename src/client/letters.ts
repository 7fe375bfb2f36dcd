import Taro from '@tarojs/taro'
import { useAsk } from './ask'
import { call } from './call'
import { selfHosted } from './origin'
import { signInThroughWechat } from './wechat'

/** Letters by WeChat: it brings one for each time that she said yes, so she is asked where one is worth it. */

/** What may be asked for here; nothing outside the mini-program, or where the county has registered nothing. */
export function useLetters(): string[] {
  const { value } = useAsk('notice.templates', process.env.TARO_ENV === 'weapp' ? {} : undefined)
  return (value?.items ?? []).map(({ id }) => id)
}

/** Only from a tap: WeChat asks her itself. Whether she said yes to any; a no is nobody's mistake. */
export async function askForLetters(ids: string[]): Promise<boolean> {
  if (ids.length === 0) return false
  try {
    const said = await Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] })
    if (!Object.entries(said).some(([id, word]) => ids.includes(id) && word === 'accept')) return false
    const answer = await call('notice.agree', {})
    if (answer.ok && answer.value.kept) return true
    return selfHosted && (await signInThroughWechat(true))
  } catch {
    return false
  }
}
