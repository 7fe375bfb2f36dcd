import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useSession } from '@/client/session'
import type { Day } from '@/domain/time'
import { Button, ChoiceList, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { classWords as words } from '@/words/classes'

type AskProps = { open: boolean; id: string; date: Day; onClose: () => void }

const MOST = 300
const LEAST = 4

/** A question for the host; without her name unless she gives it. */
export function AskSheet({ open, id, date, onClose }: AskProps) {
  const me = useSession((session) => session.me)
  const [text, setText] = useState('')
  const [named, setNamed] = useState<'no' | 'yes'>('no')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<{ tone: 'green' | 'amber'; text: string }>()
  const { send, wrong } = useCommand('class.ask', {
    onDone: () => {
      setText('')
      setTried(false)
      setSaid({ tone: 'green', text: words.sent })
    },
    onRefused: (message) => setSaid({ tone: 'amber', text: message }),
  })
  function ask() {
    setTried(true)
    setSaid(undefined)
    if (text.trim().length < LEAST || text.length > MOST) return undefined
    return send({ id, date, text: text.trim(), ...(me && named === 'yes' && { named: true }) })
  }
  return (
    <Sheet open={open} title={words.ask} onClose={onClose}>
      <View className="soft">{words.askText}</View>
      {said && (
        <Notice tone={said.tone} said>
          {said.text}
        </Notice>
      )}
      <Field
        id="class-question"
        type="textarea"
        label={words.question}
        hint={words.questionHint}
        max={MOST}
        value={text}
        onChange={setText}
        error={tried && text.trim().length < LEAST ? words.missing : wrong.fields.text}
      />
      {me && (
        <ChoiceList
          id="class-named"
          label={words.named}
          value={named}
          onChange={setNamed}
          choices={[
            { value: 'no', text: words.nameless, more: words.namelessMore },
            { value: 'yes', text: words.withName, more: words.withNameMore },
          ]}
        />
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={ask} />
    </Sheet>
  )
}
