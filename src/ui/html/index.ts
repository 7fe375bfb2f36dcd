// The browser's own elements behind WeChat's component names. Nothing imports this file by path:
// config/index.ts puts it in the place of @tarojs/components in the H5 build. The rest is Taro's.
import './html.css'
import './print.css'

export * from '@tarojs/components/lib/react/components'
export { Canvas } from './canvas'
export { Button, Image, Label, Text, View } from './elements'
export { Input, Textarea } from './entry'
export { Picker } from './picker'
