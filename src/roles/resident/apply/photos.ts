import { change, type Photo, useDraft } from '@/client/draft'
import { usePhotos as useHeld } from '@/client/photos'

// The contract takes nine files; a recording of the story is one of them.
export const mostPhotos = (voice: unknown): number => (voice ? 8 : 9)
const held = {
  photos: (): Photo[] => useDraft.getState().draft.photos,
  keep: (photos: Photo[]) => change({ photos }),
}

/** The application's photos lie in its draft. */
export const usePhotos = () => useHeld(held, mostPhotos(useDraft(({ draft }) => draft.voice)))
