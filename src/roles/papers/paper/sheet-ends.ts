import type { PaperView } from '@/contract/views'

export type ActProps = { paper: PaperView; onDone: (text: string) => void; onRefused: (message: string) => void }
export type PaperSheetProps = ActProps & { open: boolean; onClose: () => void }

/** What the page does once it got through, or didn't; what was written stays until it did. */
export function endsOf({ onClose, onDone, onRefused }: PaperSheetProps, told: string, drop: () => void) {
  return {
    onDone: () => {
      drop()
      onClose()
      onDone(told)
    },
    onRefused: (message: string) => {
      onClose()
      onRefused(message)
    },
  }
}
