import '@tarojs/components/types/common'

type Flag = boolean | 'true' | 'false'

// What config/plugins/aria-attributes.js lets through to weapp, and src/ui/html maps to HTML.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: Flag
    ariaDescribedby?: string
    ariaLabelledby?: string
    ariaChecked?: Flag
    ariaSelected?: Flag
    ariaDisabled?: Flag
    ariaExpanded?: Flag
    ariaInvalid?: Flag
    ariaRequired?: Flag
    ariaModal?: Flag
    ariaLive?: 'off' | 'polite' | 'assertive'
    ariaLevel?: number
  }
}
