import { BottomBar, Button } from '@/ui'

type Props = {
  /** `again`: it went out before, and its answer was lost. */
  words: { send: string; sending: string; again: string }
  again: boolean
  sending: boolean
  onSend: () => unknown
}

/** The foot of a form: sends it, and says so while it goes. */
export const SendBar = ({ words, again, sending, onSend }: Props) => (
  <BottomBar>
    <Button
      kind="main"
      icon={again ? 'send' : undefined}
      text={again ? words.again : words.send}
      busy={sending}
      busyText={words.sending}
      onPress={() => void onSend()}
    />
  </BottomBar>
)
