import Taro from '@tarojs/taro'
import { useRef } from 'react'
import { type Point, type Stroke, written } from './strokes'

type Pen = CanvasRenderingContext2D
type Surface = { canvas: HTMLCanvasElement; pen: Pen; width: number; height: number }
type Found = { canvas: HTMLCanvasElement; width: number; height: number }
type Touched = { touches: readonly Point[] }

// The picture is a document of its own, not a part of the page: the same wherever it is shown or printed later.
const ink = { colour: 'black', paper: 'white', width: 3 }

/** A canvas one draws on. `props` go to the Canvas with this id; `picture` answers with the path of a PNG. */
export function usePad(id: string, onBegin: () => void) {
  const element = useRef<HTMLCanvasElement>(null)
  const surface = useRef<Surface>()
  const strokes = useRef<Point[][]>([])

  async function begin(event: unknown) {
    const point = (event as Touched).touches[0]
    if (!point) return
    onBegin()
    strokes.current.push([{ x: point.x, y: point.y }])
    const found = process.env.TARO_ENV === 'h5' ? inPage(element.current) : (surface.current ?? (await inWechat(id)))
    if (!found) return
    if (surface.current?.width !== found.width || surface.current.canvas !== found.canvas)
      surface.current = prepared(found)
    drawAll(surface.current, strokes.current)
  }
  function move(event: unknown) {
    const point = (event as Touched).touches[0]
    const stroke = strokes.current.at(-1)
    if (!point || !stroke) return
    stroke.push({ x: point.x, y: point.y })
    if (surface.current) draw(surface.current.pen, stroke, stroke.length - 1)
  }
  function clear() {
    strokes.current = []
    if (surface.current) drawAll(surface.current, [])
  }
  async function picture(): Promise<string | undefined> {
    if (!surface.current) return undefined
    layPaper(surface.current)
    return pathOf(surface.current.canvas).catch(() => undefined)
  }
  return {
    props: { id, ref: element as never, onTouchStart: begin, onTouchMove: move },
    written: () => written(strokes.current),
    clear,
    picture,
  }
}

function inPage(canvas: HTMLCanvasElement | null): Found | undefined {
  return canvas ? { canvas, width: canvas.clientWidth, height: canvas.clientHeight } : undefined
}
const inWechat = (id: string) =>
  new Promise<Found | undefined>((done) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, (found) => done(found?.node ? toFound(found) : undefined))
      .exec()
  })
const toFound = (found: { node?: unknown; width?: number; height?: number }): Found => ({
  canvas: found.node as HTMLCanvasElement,
  width: found.width ?? 0,
  height: found.height ?? 0,
})

/** Gives the canvas as many dots as the screen has, and a round black pen. */
function prepared({ canvas, width, height }: Found): Surface {
  const ratio = Taro.getWindowInfo().pixelRatio || 1
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const pen = canvas.getContext('2d') as Pen
  pen.scale(ratio, ratio)
  Object.assign(pen, { strokeStyle: ink.colour, lineWidth: ink.width, lineCap: 'round', lineJoin: 'round' })
  return { canvas, pen, width, height }
}

function draw(pen: Pen, stroke: Stroke, at: number) {
  const to = stroke[at]
  if (!to) return
  const from = stroke[at - 1] ?? to
  pen.beginPath()
  pen.moveTo(from.x, from.y)
  pen.lineTo(to.x, to.y)
  pen.stroke()
}
function drawAll({ pen, width, height }: Surface, strokes: readonly Stroke[]) {
  pen.clearRect(0, 0, width, height)
  for (const stroke of strokes) for (const at of stroke.keys()) draw(pen, stroke, at)
}
/** Under the ink, so that a dark page doesn't swallow it. */
function layPaper({ pen, width, height }: Surface) {
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = ink.paper
  pen.fillRect(0, 0, width, height)
  pen.globalCompositeOperation = 'source-over'
}

async function pathOf(canvas: HTMLCanvasElement): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    return png ? URL.createObjectURL(png) : undefined
  }
  const { width, height } = canvas
  const asked = { canvas: canvas as unknown as Taro.Canvas, destWidth: width, destHeight: height }
  return (await Taro.canvasToTempFilePath({ ...asked, fileType: 'png' })).tempFilePath
}
