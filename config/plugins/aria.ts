import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './aria-attributes.js'

type MiniPlatform = {
  template?: { mergeComponents: (ctx: IPluginContext, patch: object) => void }
  runtimePath: string | string[]
}

/** Lets aria attributes through to weapp: Taro's own templates leave them all out. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
