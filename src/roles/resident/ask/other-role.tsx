import { go, places } from '@/client/places'
import { Button, Empty } from '@/ui'
import { askWords as words } from '@/words/ask'
import { commonWords } from '@/words/common'

/** Her work isn't asking for herself: the way to what she may do. */
export function OtherRole({ helps }: { helps: boolean }) {
  const toRoles = () => void go(places.me)
  if (!helps)
    return (
      <Empty
        icon="swap"
        title={words.asResident}
        text={words.asResidentText}
        action={{ text: commonWords.otherRole, onPress: toRoles }}
      />
    )
  return (
    <>
      <Empty
        icon="people"
        title={words.asHelper}
        text={words.asHelperText}
        action={{ text: words.helpAsk, onPress: () => void go(places.register, { kind: 'question' }) }}
      />
      <Button text={commonWords.otherRole} onPress={toRoles} />
    </>
  )
}
