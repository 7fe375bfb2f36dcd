import { useEffect } from 'react'
import { takeLetters } from '@/client/mongolian'
import font from '@/data/fonts/mongolian.json'

/** These pages carry the letters: whoever opens one has them from then on. */
export function useLetters(wanted = true) {
  useEffect(() => {
    if (wanted) void takeLetters(font.woff)
  }, [wanted])
}
