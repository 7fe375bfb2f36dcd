import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useId } from 'react'
import { groupedCode } from '@/words/matter-page'
import { sheetsOf } from './slips'

const inBrowser = process.env.TARO_ENV === 'h5'

/** What is printed, and nothing else of the page; on a screen, and on a phone in WeChat, it isn't there. */
export function PrintSheet({ children }: { children: ReactNode }) {
  const id = useId()
  useEffect(() => {
    if (!inBrowser) return
    const mark = () => markWay(document.getElementById(id))
    window.addEventListener('beforeprint', mark)
    window.addEventListener('afterprint', unmark)
    return () => {
      window.removeEventListener('beforeprint', mark)
      window.removeEventListener('afterprint', unmark)
    }
  }, [id])
  if (!inBrowser) return null
  return (
    <View id={id} className="print-sheet">
      {children}
    </View>
  )
}

/** Opens the browser's print window. In WeChat nothing can be printed, and nothing happens. */
export function printNow() {
  if (inBrowser) window.print()
}

/** Marks the elements around the sheet: print.css leaves out what stands beside them. A page underneath is left alone. */
function markWay(sheet: HTMLElement | null) {
  if (!sheet?.parentElement?.getClientRects().length) return
  for (let at: HTMLElement | null = sheet; at; at = at.parentElement) at.dataset.print = at === sheet ? 'sheet' : 'way'
}
function unmark() {
  for (const element of document.querySelectorAll<HTMLElement>('[data-print]')) delete element.dataset.print
}

export type Slip = { code: string; title: string; lines: string[] }

/** Ten slips on an A4 page, two by five, to be cut apart along the lines. Stands inside a PrintSheet. */
export function Slips({ slips }: { slips: readonly Slip[] }) {
  return (
    <>
      {sheetsOf(slips).map((sheet) => (
        <View key={sheet[0]?.code} className="slips">
          {sheet.map(({ code, title, lines }) => (
            <View key={code} className="slip">
              <Text className="slip__title">{title}</Text>
              <Text className="slip__code">{groupedCode(code)}</Text>
              {lines.map((line) => (
                <Text key={line} className="slip__line">
                  {line}
                </Text>
              ))}
            </View>
          ))}
        </View>
      ))}
    </>
  )
}
