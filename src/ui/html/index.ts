// The browser's own elements behind WeChat's component names. Nothing imports this file by path:
// config/index.ts puts it in the place of @tarojs/components in the H5 build. There is nothing of Taro's: each of its
// components brings a framework along. One that isn't here yet stops the build by its name.
import './html.css'
import './print.css'

export { Canvas } from './canvas'
export { Button, Image, Label, Text, View } from './elements'
export { Input, Textarea } from './entry'
export { Picker } from './picker'
export { ScrollView } from './scroll-view'
