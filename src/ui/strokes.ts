export type Point = { x: number; y: number }
export type Stroke = readonly Point[]

/** How much ink, in dp, is more than a stray dot or a slip of the finger. Measured by us; no rule names a number. */
const leastInk = 60

/** How long all strokes are together. */
export const inkOf = (strokes: readonly Stroke[]): number =>
  strokes.reduce((sum, stroke) => sum + stroke.reduce((ink, point, at) => ink + apart(stroke[at - 1], point), 0), 0)

const apart = (from: Point | undefined, to: Point) => (from ? Math.hypot(to.x - from.x, to.y - from.y) : 0)

/** What stands on the pad: nothing, too little to be a name, or a signature. */
export function written(strokes: readonly Stroke[]): 'nothing' | 'little' | 'signature' {
  if (strokes.length === 0) return 'nothing'
  return inkOf(strokes) < leastInk ? 'little' : 'signature'
}
