import { type ReactNode, useEffect, useRef } from 'react'
import { toHtml } from './props'

type Props = Record<string, unknown> & {
  className?: string
  scrollIntoView?: string
  children?: ReactNode
}

/** A line of things that is swiped sideways; the one with the id `scrollIntoView` is brought into sight. */
export function ScrollView({ className = '', scrollIntoView: id, scrollX, enableFlex, showScrollbar, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [outer, wanted] = [box.current, id && document.getElementById(id)]
    // Only this line moves: the page around it stays where it is.
    if (outer && wanted) outer.scrollLeft += wanted.getBoundingClientRect().left - outer.getBoundingClientRect().left
  }, [id])
  return <div {...toHtml(rest)} className={`html-swiped ${className}`} ref={box} />
}
