import { describe } from 'vitest'
import type { Open } from './suite/desk'
import { listingSuite } from './suite/listing'
import { modelSuite } from './suite/model'
import { pagingSuite } from './suite/paging'
import { racingSuite } from './suite/racing'
import { refusingSuite } from './suite/refusing'
import { savingSuite } from './suite/saving'
import { textsSuite } from './suite/texts'

/** What every store must do, whichever adapter it is; `open` gives an empty one that knows the product's collections. */
export function storeSuite(name: string, open: Open, { runs = 60 } = {}) {
  describe(name, () => {
    savingSuite(open)
    textsSuite(open)
    listingSuite(open)
    pagingSuite(open)
    refusingSuite(open)
    racingSuite(open)
    modelSuite(open, runs)
  })
}
