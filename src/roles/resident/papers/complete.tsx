import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { ErrorSummary } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { completeWords as words } from '@/words/papers'
import { type CompleteForm, formOf, inputOf, problemsOf, revivedForm } from './complete-form'
import { idOf, Means, Person } from './complete-parts'
import { Done, type FormProps, Leaf, NotNow, SendBar } from './leaf'
import { useMending } from './mending'

/** What a clerk left for later, or what was wrong. */
export function Complete({ view, put, again }: FormProps) {
  const { id, detail } = view
  const [before] = useState(() => formOf(detail))
  const [done, setDone] = useState(false)
  const told = useTold()
  const role = useSession(({ me }) => me?.acting.role)
  // Where somebody else holds the pen, the promise is the person's all the same.
  const other = role !== 'resident' || detail.for === 'other'
  const kept = useKept<CompleteForm>(`complete|${id}`, before, revivedForm)
  const { send, wrong } = useCommand('aid.complete', {
    onDone: (after) => {
      kept.drop()
      put(after)
      setDone(true)
    },
    onRefused: (message) => {
      told.refused(message)
      void again()
    },
  })
  const { tries, problems, tell } = useMending(problemsOf(kept.draft, before, productNow()))
  const wrongAt = (field: string) =>
    problems.find((each) => each.field === field)?.text ??
    Object.entries(wrong.fields).find(([path]) => path.split('.').includes(field))?.[1]

  if (done)
    return (
      <Done id={id} title={words.done}>
        <View>{words.doneText}</View>
      </Done>
    )
  if (!view.can.some(({ action }) => action === 'aid.complete')) return <NotNow id={id} label={words.page} />

  const promises = kept.draft.route === 'promise' && before.route !== 'promise'
  function sendIt() {
    const form = kept.now()
    const found = problemsOf(form, before, productNow())
    tell(found)
    if (found.length === 0) return send({ id, ...inputOf(form, before) })
  }

  return (
    <Leaf
      id={id}
      title={words.title}
      foot={
        <SendBar
          wrong={wrong}
          text={promises ? (other ? words.promiseOther : words.promise) : words.send}
          onSend={sendIt}
        />
      }
    >
      <ToldNotice told={told.told} />
      <ErrorSummary key={tries} problems={problems.map(({ field, text }) => ({ id: idOf(field), text }))} />
      <View>{words.lead}</View>
      <Means kept={kept} wrong={wrongAt} other={other} />
      <Person kept={kept} wrong={wrongAt} known={detail.applicant} />
    </Leaf>
  )
}
