/** Whatever sounds now: whoever begins silences what went before, so that no two voices speak at once. */
let now: (() => void) | undefined

export function soundsNow(stop: () => void): void {
  if (now !== stop) now?.()
  now = stop
}
export function soundsNoMore(stop: () => void): void {
  if (now === stop) now = undefined
}
/** Nobody speaks while she does. */
export function silence(): void {
  now?.()
  now = undefined
}
