import type { Photo, Recording } from './draft'
import { type Kept, revivedPhotos, useKept } from './kept'
import { useSession } from './session'

/** Who may know that it was she: those at work, neither village nor handler, nobody. */
export type Knows = 'public' | 'handler' | 'full'
/** In which hours she likes to be rung. */
export type Hour = 'any' | 'morning' | 'afternoon' | 'evening'
export type Pin = { lng: number; lat: number }

/** What is being reported. Empty texts are what wasn't filled in. */
export type ReportDraft = {
  /** Made at the first try to send: a retry after a lost answer is the same report, not a second one. */
  requestId: string
  topic?: string
  text: string
  voice?: Recording
  photos: Photo[]
  video?: Photo
  /** Photos or a film that were still under way when the app ended. */
  lost: number
  /** Where it is; without it the village that the phone remembers. */
  place?: { code: string; text: string }
  spot: string
  pin?: Pin
  /** The unit it is against: nothing of it reaches there. */
  against?: { code: string; name: string }
  /** The report that it is the same thing as. */
  follows?: { id: string; title: string }
  /** Reports of which she said that they are another thing. */
  notSame: string[]
  knows: Knows
  name: string
  phone: string
  hour: Hour
}

export const blankReport: ReportDraft = {
  requestId: '',
  text: '',
  photos: [],
  lost: 0,
  spot: '',
  notSame: [],
  knows: 'public',
  name: '',
  phone: '',
  hour: 'any',
}

// What wasn't sent lay only in the app that is gone.
function revived(kept: ReportDraft): ReportDraft {
  const photos = revivedPhotos(kept.photos)
  const video = kept.video?.fileId ? { ...kept.video, path: '' } : undefined
  const gone = kept.photos.length - photos.length + (kept.video && !video ? 1 : 0)
  return {
    ...kept,
    photos,
    video,
    lost: gone,
    voice: kept.voice?.fileId ? { ...kept.voice, path: '' } : undefined,
  }
}

export const useReportDraft = (): Kept<ReportDraft> => useKept<ReportDraft>('report', blankReport, revived)

export const isReportBegun = ({ topic, text, voice, photos, video }: ReportDraft): boolean =>
  Boolean(topic || text.trim() || voice || photos.length > 0 || video)

/** Where it is: as she chose, else the village that the phone remembers. */
export function usePlaceOf({ place }: Pick<ReportDraft, 'place'>): { code: string; text: string } | undefined {
  const village = useSession((session) => session.village)
  return place ?? village
}
