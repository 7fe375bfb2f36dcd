import type { Instant } from '@/domain/time'
import { momentText } from './time'

/** Her recording is what she says; somebody writes it down later. */

export const unwritten = '还没有写成文字'
export const writtenBy = (by: string, at: Instant, now: Instant): string => `${by} ${momentText(at, now)} 写成文字`
/** In a list. */
export const spokenRow = '录音，还没有写成文字'
export const storyPaper = '说的话'

export const recordingWords = {
  title: '录音',
  /** What stands for words that aren't there yet. */
  said: '用录音说的',
}

type Event = { type: string } & Record<string, unknown>
export const recordingLines: Record<string, (event: Event) => string> = {
  VoiceTranscribed: ({ nth }) => (nth === 1 ? '把录音写成了文字' : '改了录音的文字'),
}
