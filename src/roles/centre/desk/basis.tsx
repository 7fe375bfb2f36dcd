import { View } from '@tarojs/components'
import type { Basis } from '@/contract/aid-turn-views'
import { type Fact, StageTag } from '@/ui'
import { asRead, urgentWords as words } from '@/words/desk-turns'

/** Where it stands in the law; what wasn't compared with the text is marked. */
export const basisFact = (basis: Basis | undefined): Fact[] =>
  basis
    ? [
        {
          label: words.source,
          value: (
            <>
              <View className="small">{asRead(basis.source)}</View>
              {!basis.certain && <StageTag tone="amber" text={words.uncertain} />}
            </>
          ),
        },
      ]
    : []
