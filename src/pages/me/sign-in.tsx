import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { type DemoPerson, demoPeople, demoSignIn } from '@/client/demo'
import type { Role } from '@/domain/decider'
import { Empty, Field, Heading, Item, Link, Notice, Problem, Rows, Section, Skeleton, StageTag } from '@/ui'
import { commonWords } from '@/words/common'
import { meWords, roleOrder, roleText } from '@/words/me'

type State = { people?: DemoPerson[]; failed?: boolean }

/** The demonstration's way in: pick a person. Production has none of this. */
export function SignIn({ onEntered }: { onEntered: () => Promise<unknown> }) {
  const [{ people, failed }, setState] = useState<State>({})
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const load = useCallback(async () => {
    const found = await demoPeople()
    setState(found ? { people: found } : { failed: true })
  }, [])
  useEffect(() => {
    void load()
  }, [load])

  async function enter(person: string) {
    setWrong(false)
    if (await demoSignIn(person)) await onEntered()
    else setWrong(true)
  }

  if (failed) return <Problem offline title={commonWords.offline} text={commonWords.offlineText} onRetry={load} />
  if (!people) return <Skeleton face />
  const found = people.filter(({ name }) => name.includes(typed.trim()))
  return (
    <>
      <View className="head">
        <Heading size="big" level={2} text={meWords.signIn} />
        <StageTag tone="amber" text={meWords.demo} />
      </View>
      <View className="soft">{meWords.signInText}</View>
      {wrong && (
        <Notice tone="red" said>
          {meWords.signInFailed}
        </Notice>
      )}
      <Field
        id="who"
        label={meWords.search}
        value={typed}
        onChange={setTyped}
        placeholder={meWords.searchHint}
        optional
      />
      {found.length === 0 && <Empty icon="search" title={meWords.nobody} />}
      {roleOrder.map((role) => (
        <Group
          key={role}
          role={role}
          whole={typed.trim() !== ''}
          people={found.filter(({ roles }) => roles.some((held) => held.role === role))}
          onPick={enter}
        />
      ))}
    </>
  )
}

const shownAtFirst = 6

type GroupProps = { role: Role; people: DemoPerson[]; whole: boolean; onPick: (id: string) => unknown }

function Group({ role, people, whole, onPick }: GroupProps) {
  const [open, setOpen] = useState(false)
  if (people.length === 0) return null
  const shown = open || whole ? people : people.slice(0, shownAtFirst)
  return (
    <Section title={roleText(role)}>
      <Rows>
        {shown.map(({ id, name }, index) => (
          <Item key={id} first={index === 0} icon="person" name={name} onPress={() => void onPick(id)} />
        ))}
      </Rows>
      {shown.length < people.length && (
        <Link text={meWords.more(people.length - shown.length)} onPress={() => setOpen(true)} />
      )}
    </Section>
  )
}
