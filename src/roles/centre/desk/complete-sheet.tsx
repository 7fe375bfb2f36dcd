import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { dayOf } from '@/domain/time'
import { Button, CheckList, ChoiceList, DatePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { languageTexts } from '@/words/aid'
import { fillWords as words } from '@/words/centre-more'
import { birthText, routeTexts } from '@/words/matter-page'
import { groupTexts } from '@/words/screening'
import { type SheetProps, useStep } from './step'
import { type UrgentDraft, UrgentFields, urgentFilled, urgentKnown } from './urgent-fields'

type Filled = Omit<Input<'aid.complete'>, 'id' | 'requestId' | 'version'>
type Route = NonNullable<Filled['route']>
type Language = 'zh' | 'mn'
const texts = ['name', 'phone', 'idNumber', 'income', 'body', 'elsewhere', 'story', 'happened', 'deadline'] as const
type Text = (typeof texts)[number]
/** Only what was touched; the rest stays as it is known. */
type Draft = { [name in Text]?: string } & { route?: Route; language?: Language; groups?: string[] } & UrgentDraft

const empty: Draft = {}
const choices = <V extends string>(of: Record<string, string>) =>
  Object.entries(of).map(([value, text]) => ({ value: value as V, text }))
const routes = choices<Route>(routeTexts)
const languages = choices<Language>(languageTexts)
const groups = choices<string>(groupTexts)

/** What was left for later, or was wrong: only what changed is sent. */
export function CompleteSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('aid.complete', { ...props, empty, told: words.done })
  const [unchanged, setUnchanged] = useState(false)
  const known = knownOf(view)
  const shown = { ...known, ...draft }
  const today = dayOf(productNow())
  const edit = (part: Draft) => {
    setUnchanged(false)
    write(part)
  }
  const { phone, idNumber } = view.detail.applicant ?? {}
  const masked: Draft = { phone, idNumber }
  const field = (name: Text, label: string) => ({
    id: `complete-${name}`,
    label,
    hint: masked[name] && words.known(masked[name]),
    optional: true,
    value: shown[name] ?? '',
    onChange: (typed: string) => edit({ [name]: typed }),
    error: wrong.fields[name] ?? wrong.fields[`applicant.${name}`],
  })
  const day = (name: 'happened' | 'deadline', label: string) => {
    const { optional: _, ...rest } = field(name, label)
    return { ...rest, valueText: birthText(rest.value) }
  }
  function submit() {
    const filled = filledOf(draft, known)
    if (Object.keys(filled).length === 0) return setUnchanged(true)
    return send({ id: view.id, ...filled })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View className="soft">{words.text}</View>
      {!view.detail.notice && (
        <>
          <ChoiceList<Route>
            id="complete-route"
            label={words.route}
            choices={routes}
            value={shown.route}
            onChange={(route) => edit({ route })}
            error={wrong.fields.route}
          />
          <Field {...field('income', words.income)} max={200} />
        </>
      )}
      <Field {...field('idNumber', words.idNumber)} type="idcard" />
      <Field {...field('phone', words.phone)} type="phone" />
      <Field {...field('name', words.name)} max={50} />
      <Person language={shown.language} groups={shown.groups} onChange={edit} wrong={wrong.fields.groups} />
      <DatePicker {...day('happened', words.happenedLabel)} latest={today} />
      <DatePicker {...day('deadline', words.deadlineLabel)} />
      <UrgentFields view={view} shown={shown} onChange={edit} wrong={wrong.fields} />
      <Field {...field('body', words.body)} max={100} />
      <Field {...field('elsewhere', words.elsewhereLabel)} max={100} />
      <Field {...field('story', words.story)} type="textarea" max={2000} />
      <NotSent wrong={unchanged ? { text: words.nothing } : wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}

type PersonProps = { language?: Language; groups?: string[]; onChange: (part: Draft) => void; wrong?: string }

function Person({ language, groups: chosen = [], onChange, wrong }: PersonProps) {
  return (
    <>
      <ChoiceList<Language>
        id="complete-language"
        label={words.language}
        choices={languages}
        value={language}
        onChange={(spoken) => onChange({ language: spoken })}
      />
      <CheckList
        id="complete-groups"
        label={words.groups}
        choices={groups}
        values={chosen}
        onChange={(now) => onChange({ groups: now })}
        error={wrong}
      />
    </>
  )
}

// Numbers come with stars in them: they are told in a hint, and written anew.
function knownOf({ detail }: MatterView): Draft {
  const { applicant, where, route, income, story, happened, deadline, groups } = detail
  const { name, language } = applicant ?? {}
  return {
    ...{ name, income, story, happened, deadline, groups, route },
    language: language === 'zh' || language === 'mn' ? language : undefined,
    body: where?.body,
    elsewhere: where?.elsewhere,
    ...urgentKnown(detail),
  }
}

function filledOf(draft: Draft, known: Draft): Filled {
  const changed: Draft = {}
  for (const name of texts) {
    const text = draft[name]?.trim()
    // An emptied field changes nothing: what is known isn't taken back here.
    if (text && text !== known[name]) changed[name] = text
  }
  const { name, phone, idNumber, ...others } = changed
  const applicant = {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(idNumber && { idNumber }),
    ...(draft.language && draft.language !== known.language && { language: draft.language }),
  }
  return {
    ...others,
    ...urgentFilled(draft, known),
    ...(draft.route && draft.route !== known.route && { route: draft.route }),
    ...(draft.groups && { groups: draft.groups }),
    ...(Object.keys(applicant).length > 0 && { applicant }),
  }
}
