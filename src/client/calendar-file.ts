import Taro from '@tarojs/taro'
import type { CalendarFile } from '@/contract/views'
import { msOf } from '@/domain/time'

/** Puts an hour into the phone's own calendar; a browser gets the file. Whether that worked: she may say no. */
export async function intoCalendar({ name, text, title, start, end, place }: CalendarFile): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp')
      // Taro doesn't make a promise of this one.
      await new Promise((success, fail) =>
        Taro.addPhoneCalendar({
          title,
          startTime: msOf(start) / 1000,
          endTime: String(msOf(end) / 1000),
          ...(place && { location: place }),
          success,
          fail,
        }),
      )
    else saved(name, text)
    return true
  } catch {
    return false
  }
}

function saved(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`
  link.download = name
  link.click()
}
