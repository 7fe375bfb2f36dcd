import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useDraft } from '@/client/written'
import { UntilPicker, untilOf } from '@/pages/grievance-steps/until'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { paperPageWords as words } from '@/words/paper-page'
import { endsOf, type PaperSheetProps } from './sheet-ends'

const empty = { day: '', hour: '17:30', text: '' }

/** A leader's signature; a 督办单 sets its new limit. */
export function SignSheet(props: PaperSheetProps) {
  const { paper, open, onClose } = props
  const { draft, write, drop } = useDraft(paper.matter, `notice.sign#${paper.id}`, empty)
  const { send, wrong } = useCommand('notice.sign', endsOf(props, words.signed, drop))
  const [tried, setTried] = useState(false)
  // What was issued by hand came with its limit.
  const limits = paper.rung === 'supervise' && !paper.until
  const until = limits ? untilOf(draft) : undefined
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    if (limits && !until) return
    return send({ id: paper.matter, paper: paper.id, ...(until && { until }), ...(text && { text }) })
  }
  return (
    <Sheet open={open} title={words.signTitle} onClose={onClose}>
      <View>{words.signText[paper.rung]}</View>
      {limits && (
        <UntilPicker
          id="sign-until"
          day={words.day}
          hour={words.hour}
          value={draft}
          onChange={write}
          error={tried && !until ? words.untilMissing : wrong.fields.until}
        />
      )}
      <Field
        id="sign-text"
        type="textarea"
        max={1000}
        optional
        label={words.words}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.sign} onPress={submit} />
    </Sheet>
  )
}
