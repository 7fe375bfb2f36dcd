import type { IPluginContext } from '@tarojs/service'
import { isUsed } from './used-attributes.js'

type Attributes = Record<string, string>
type Template = { buildAttribute: (attributes: Attributes, component: string) => string }

/** Leaves out of the weapp templates what this product never sets; the runtime's own tables stay as they are. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: { template?: Template }) {
      if (!template) return
      const write = template.buildAttribute.bind(template)
      template.buildAttribute = (attributes, component) =>
        write(Object.fromEntries(Object.entries(attributes).filter(([name]) => isUsed(component, name))), component)
    },
  })
}
