// Taro writes every attribute that WeChat knows onto every element, sixteen levels deep: 80 KB of the main package.
// Here stand the ones this product uses; tests/weapp/attributes.test.ts holds src against them. Style, class, id and
// aria-* always stay; a component that isn't named keeps all of its own.
const touches = ['bindtouchstart', 'bindtouchmove', 'bindtouchend', 'bindtouchcancel']
const entry = [
  'value',
  'placeholder',
  'placeholder-class',
  'disabled',
  'maxlength',
  'focus',
  'cursor-spacing',
  'adjust-position',
  'confirm-type',
  'bindinput',
  'bindfocus',
  'bindblur',
  'bindconfirm',
]

const usedAttributes = {
  view: ['bindtap', 'catchtouchmove'],
  text: ['bindtap', 'selectable', 'user-select'],
  image: ['src', 'mode', 'lazy-load', 'bindtap', 'binderror', 'bindload'],
  label: ['for', 'bindtap'],
  button: [
    'bindtap',
    'disabled',
    'hover-class',
    'open-type',
    'bindgetphonenumber',
    'bindagreeprivacyauthorization',
    'bindopensetting',
  ],
  input: [...entry, 'type', 'password'],
  textarea: [...entry, 'auto-height', 'show-confirm-bar', 'disable-default-padding'],
  'scroll-view': ['scroll-x', 'scroll-y', 'scroll-into-view', 'enable-flex', 'show-scrollbar', 'bindscroll'],
  canvas: ['type', 'canvas-id', 'disable-scroll', 'bindtap', 'binderror', ...touches],
}

/** Whether this product uses it: `name` as WXML writes it, `component` with or without Taro's `static-` and the like. */
function isUsed(component, name) {
  const used = usedAttributes[component.replace(/^(static|catch|pure|click)-/, '')]
  return !used || used.includes(name) || name === 'style' || name === 'class' || name.startsWith('aria-')
}

module.exports = { usedAttributes, isUsed }
