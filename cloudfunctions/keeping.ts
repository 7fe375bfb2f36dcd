import keeping from '@/data/keeping.json'
import type { KeepingRow } from '@/domain/erasure'

/** Of which matters a file is kept, and by what. */
export const keepingRows = keeping.rows as KeepingRow[]
