/** Four bytes a pixel, red, green, blue and how opaque, row by row. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number }

/** The same picture with its longest side within the bound: each pixel is the mean of those it stands for. */
export function within(picture: Pixels, longestSide: number): Pixels {
  const scale = Math.max(picture.width, picture.height) / longestSide
  if (scale <= 1) return picture
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const columns = edges(picture.width, width)
  const rows = edges(picture.height, height)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) mean(picture, columns[x], columns[x + 1], rows[y], rows[y + 1], data, y * width + x)
  return { data, width, height }
}

const edges = (from: number, to: number) => Int32Array.from({ length: to + 1 }, (_, n) => Math.floor((n * from) / to))

function mean(
  { data, width }: Pixels,
  left = 0,
  right = left,
  top = 0,
  bottom = top,
  into: Uint8ClampedArray,
  pixel: number,
) {
  let [red, green, blue, opaque] = [0, 0, 0, 0]
  for (let y = top; y < bottom; y++)
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      red += data[at] ?? 0
      green += data[at + 1] ?? 0
      blue += data[at + 2] ?? 0
      opaque += data[at + 3] ?? 0
    }
  const count = (right - left) * (bottom - top)
  into[pixel * 4] = red / count
  into[pixel * 4 + 1] = green / count
  into[pixel * 4 + 2] = blue / count
  into[pixel * 4 + 3] = opaque / count
}

/** Whether anything shines through it. */
export function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}
