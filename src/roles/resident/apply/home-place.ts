import { homeOf } from '@/client/places'
import { useSession } from '@/client/session'

/** Where whoever acts now came from: her first page, or her desk. */
export const homePlace = () => homeOf(useSession.getState().me?.acting.role ?? 'resident')
