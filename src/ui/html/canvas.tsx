import { forwardRef, type PointerEvent, type Ref, useRef } from 'react'
import { toHtml } from './props'

type Told = (event: { touches: { x: number; y: number }[] }) => void
type CanvasProps = Record<string, unknown> & {
  className?: string
  onTouchStart?: Told
  onTouchMove?: Told
  onTouchEnd?: Told
}

/** The browser's own canvas. A finger, a pen and a mouse all come as the touches WeChat tells of. */
export const Canvas = forwardRef((props: CanvasProps, ref: Ref<HTMLCanvasElement>) => {
  const { onTouchStart, onTouchMove, onTouchEnd, type, disableScroll, canvasId, className = '', ...rest } = props
  const drawing = useRef<number>()
  const told = (told: Told | undefined, event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    told?.({ touches: [{ x: event.clientX - left, y: event.clientY - top }] })
  }
  const ended = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.pointerId !== drawing.current) return
    drawing.current = undefined
    onTouchEnd?.({ touches: [] })
  }
  return (
    <canvas
      {...toHtml(rest)}
      ref={ref}
      className={`html-canvas ${className}`}
      onPointerDown={(event) => {
        if (drawing.current !== undefined || event.button !== 0) return
        drawing.current = event.pointerId
        event.currentTarget.setPointerCapture(event.pointerId)
        told(onTouchStart, event)
      }}
      onPointerMove={(event) => event.pointerId === drawing.current && told(onTouchMove, event)}
      onPointerUp={ended}
      onPointerCancel={ended}
    />
  )
})
