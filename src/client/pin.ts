import Taro from '@tarojs/taro'
import { shifted } from './map-shift'
import type { Pin } from './report'

/** A browser asks by itself; a mini-program may ask only where it was built with PIN, once WeChat has allowed it. */
export const canPin = process.env.TARO_ENV === 'h5' || process.env.PIN === 'on'

/** Where this phone stands, in GCJ-02 as maps of this country want it; nothing where it wasn't allowed or known. */
export async function whereIAm(): Promise<Pin | undefined> {
  const type = process.env.TARO_ENV === 'h5' ? 'wgs84' : 'gcj02'
  try {
    const { longitude, latitude } = await Taro.getLocation({ type })
    const found = { lng: longitude, lat: latitude }
    return rounded(type === 'wgs84' ? shifted(found) : found)
  } catch {
    return undefined
  }
}

/** Some eleven metres: enough to find the place, no more than is asked for. */
const rounded = ({ lng, lat }: Pin): Pin => ({ lng: Number(lng.toFixed(4)), lat: Number(lat.toFixed(4)) })
