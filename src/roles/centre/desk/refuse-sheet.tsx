import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, ChoiceList, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { refuseWords as words } from '@/words/centre-more'
import { articleName, articleText } from '@/words/screening'
import { type SheetProps, useStep } from './step'

type Article = keyof typeof words.articles
const empty = { article: undefined as Article | undefined, own: '', why: '' }
const numbered = ['31', '34', '38', '40'] as const
const choices = [
  ...numbered.map((value) => ({ value, text: words.articles[value], more: articleName(value) })),
  { value: 'other' as const, text: words.articles.other },
]
const form = /^[1-9]\d?(-[1-9]\d?)?$/
const items: Partial<Record<Article, readonly string[]>> = {
  '31': [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `31-${n}`),
  '34': [1, 2, 3, 4].map((n) => `42-${n}`),
}

/** Refusing, with article and reasons; it holds only when a second person has confirmed it. */
export function RefuseSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.refuse', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
  const { article } = draft
  const code = article === 'other' ? draft.own.trim() : article
  const why = draft.why.trim()
  const badCode = article === 'other' && !form.test(code ?? '')

  function submit() {
    setTried(true)
    if (!code || badCode || !why) return
    return send({ id: props.view.id, article: code, why })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <Notice>{words.second}</Notice>
      <ChoiceList<Article>
        id="refuse-article"
        label={words.article}
        choices={choices}
        value={article}
        onChange={(chosen) => write({ article: chosen })}
        error={tried && !article ? words.choose : article === 'other' ? undefined : wrong.fields.article}
      />
      {article === 'other' && (
        <Field
          id="refuse-own"
          label={words.own}
          hint={words.ownHint}
          max={5}
          value={draft.own}
          onChange={(own) => write({ own })}
          error={tried && badCode ? words.ownWrong : wrong.fields.article}
        />
      )}
      {code && !badCode && <Law article={article as Article} code={code} />}
      <Field
        id="refuse-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <View className="soft">{words.remedy}</View>
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.send} onPress={submit} />
    </Sheet>
  )
}

/** The article's words, as far as they are kept here. */
function Law({ article, code }: { article: Article; code: string }) {
  const text = articleText(code)
  return (
    <Card>
      <View className="strong">{articleName(code)}</View>
      {article === '38' && <View>{words.transferFirst}</View>}
      {article === '34' && <View>{words.standard}</View>}
      {text && <View>{text}</View>}
      {items[article]?.map((item) => (
        <View key={item} className="small">
          {articleText(item)}
        </View>
      ))}
    </Card>
  )
}
