// First, so that everything after it finds what it needs.
import '@/client/older-phones'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { launch } from '@/client/launch'
import { openPatiently } from '@/ui/html/opening'
import './app.css'

if (process.env.TARO_ENV === 'h5') openPatiently()

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void launch())
  return children
}
