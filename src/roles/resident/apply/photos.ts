import { change, type Photo, useDraft } from '@/client/draft'
import { usePhotos as useHeld } from '@/client/photos'

// As many as the contract takes.
export const mostPhotos = 9
const held = {
  photos: (): Photo[] => useDraft.getState().draft.photos,
  keep: (photos: Photo[]) => change({ photos }),
}

/** The application's photos lie in its draft. */
export const usePhotos = () => useHeld(held, mostPhotos)
