import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Buttons, Field, goTo } from '@/ui'
import { NotSent } from '@/ui/told'
import { quickReports, withQuick, lawyerWords as words } from '@/words/lawyer'
import type { StepProps } from './to-do'

/** News in the applicant's words, or in one tap that there is none. */
export function Report({ view, onDone, onRefused }: StepProps) {
  const { draft, write, drop } = useKept(`report|${view.id}`, { text: '' })
  const news = useCommand('aid.report', {
    onDone: (after) => {
      drop()
      onDone(after, words.reported)
    },
    onRefused,
  })
  // What is typed stays when he reports no change.
  const none = useCommand('aid.report', { onDone: (after) => onDone(after, words.reported), onRefused })
  return (
    <View className="stack">
      <View className="stack stack--s">
        <View className="small soft">{words.quick}</View>
        <View className="lawyer__quick">
          {quickReports.map(({ short, text }) => (
            <Button
              key={short}
              small
              className="lawyer__ready"
              text={short}
              onPress={() => {
                write({ text: withQuick(draft.text, text) })
                goTo('report-text')
              }}
            />
          ))}
        </View>
      </View>
      <Field
        id="report-text"
        type="textarea"
        max={1000}
        label={words.reportText}
        hint={words.reportHint}
        value={draft.text}
        onChange={(text) => write({ text })}
        error={news.wrong.fields.text}
      />
      <NotSent wrong={news.wrong.text ? news.wrong : none.wrong} />
      <Buttons>
        <Button share="third" text={words.noChange} onPress={() => none.send({ id: view.id, change: false })} />
        <Button
          share="two"
          kind="main"
          text={words.reportSend}
          onPress={() => news.send({ id: view.id, change: true, text: draft.text })}
        />
      </Buttons>
    </View>
  )
}
