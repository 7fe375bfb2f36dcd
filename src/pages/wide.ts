import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const SIDE_BY_SIDE = 900
const isWide = () => Taro.getSystemInfoSync().windowWidth >= SIDE_BY_SIDE

/** Whether list and matter have room beside each other. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const measure = () => setWide(isWide())
    Taro.onWindowResize(measure)
    return () => Taro.offWindowResize(measure)
  }, [])
  return wide
}
