import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { launch } from '@/client/launch'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void launch())
  return children
}
