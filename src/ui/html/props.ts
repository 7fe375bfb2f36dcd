type Props = Record<string, unknown>

const ariaName = (name: string) => (name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`)
const nativeOnly = /^(hover|catchMove|compileMode|animation$|openType|adjust|cursorSpacing|alwaysEmbed|showConfirmBar)/

/** Turns the props of a WeChat component into those of an HTML element: `ariaLabel` becomes `aria-label`, the rest of WeChat's own is dropped. */
export function toHtml(props: Props): Props {
  const html: Props = {}
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || nativeOnly.test(name)) continue
    html[name.startsWith('aria') && !name.includes('-') ? ariaName(name) : name] = value
  }
  return html
}

/** The event a WeChat component would send. */
export function withDetail<E extends object>(event: E, value: string | number) {
  return Object.assign(event, { detail: { value } })
}
