import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Candidate } from '@/contract/views'
import { Button, Field, Sheet } from '@/ui'
import { centreWords as words } from '@/words/centre'
import type { Chosen } from './draft'

type Props = {
  candidate?: Candidate
  before?: Chosen
  onClose: () => void
  onChosen: (chosen: Chosen) => void
}

/** Who isn't the first of the list is chosen with a reason. */
export function ChooseSheet({ candidate, before, onClose, onChosen }: Props) {
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const lawyer = candidate?.lawyer
  useEffect(() => {
    setWhy(before && before.lawyer === lawyer ? before.why : '')
    setMissing(false)
  }, [lawyer, before])

  function choose() {
    if (!candidate) return
    if (!why.trim()) return setMissing(true)
    onChosen({ lawyer: candidate.lawyer, name: candidate.name, why: why.trim() })
    onClose()
  }
  return (
    <Sheet open={candidate !== undefined} title={words.chooseTitle(candidate?.name ?? '')} onClose={onClose}>
      <View className="soft">{words.chooseText}</View>
      <Field
        id="choose-why"
        type="textarea"
        max={200}
        label={words.chooseWhy}
        value={why}
        onChange={setWhy}
        error={missing && !why.trim() ? words.chooseMissing : undefined}
      />
      <Button kind="main" text={words.chooseDone} onPress={choose} />
    </Sheet>
  )
}
