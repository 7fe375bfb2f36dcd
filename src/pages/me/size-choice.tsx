import { type Size, setSize, useSession } from '@/client/session'
import { ChoiceList } from '@/ui'
import { meWords } from '@/words/me'

const sizes: readonly Size[] = ['normal', 'elder', 'elder-max']

export function SizeChoice() {
  const size = useSession((session) => session.size)
  return (
    <ChoiceList<Size>
      id="size"
      label={meWords.size}
      value={size}
      choices={sizes.map((value) => ({ value, text: meWords.sizes[value], more: meWords.sizeMore[value] }))}
      onChange={setSize}
    />
  )
}
