import type { IPluginContext } from '@tarojs/service'

/**
 * Keeps a build at home: Taro fetches a schema from the internet to check its configuration,
 * and ends with 0 where it dislikes it. `tsc` checks the same configuration here.
 */
export default (ctx: IPluginContext) => {
  ctx.runOpts.options.noCheck = true
}
