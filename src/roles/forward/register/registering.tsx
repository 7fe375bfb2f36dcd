import { View } from '@tarojs/components'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '@/client/call'
import type { Told } from '@/client/draft'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { forgetRegistration, markOpened, useRegistration } from '@/client/register-draft'
import { useSession } from '@/client/session'
import { ErrorSummary, goTo, Heading, Icon, Link } from '@/ui'
import { groupWords } from '@/words/group-claim'
import { registerWords as words } from '@/words/register'
import { visitRegisterWords } from '@/words/visit-page'
import { behindFor, Frame } from '../frame'
import { enterTo } from '../keys'
import { SendBar } from '../send-bar'
import { ThrowAway } from '../throw-away'
import { Began } from './began'
import { Attachments } from './consent'
import { KindField, LanguageField, PlaceField, SourceField, StoryField, TopicField, WhoFields } from './fields'
import { fieldOf, inOrder, isFolded, problemsOf } from './form'
import { More } from './more'
import { isClerk, kindsFor } from './question-form'
import { KnowsField, SpotField, UpperFields, Warnings } from './report-fields'
import { isNameless } from './report-form'
import { SameReport } from './same-report'
import { useSend } from './send'
import { NotRegistered } from './unsent'
import { VisitFields } from './visit-fields'
import { takenFor } from './visit-form'

/** The whole registration on one screen. */
export function Form() {
  const draft = useRegistration((state) => state.draft)
  const told = useRegistration((state) => state.told)
  const role = useSession((session) => session.me?.acting.role)
  const [tries, setTries] = useState(0)
  const [more, setMore] = useState(false)
  // What was found when she pressed; each goes away as it is mended.
  const [found, setFound] = useState<readonly Told[]>([])
  const prefix = `r${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${fieldOf(field).replace(/\./g, '-')}`
  const { send, sendAsNew, sending, unsent } = useSend((problems) => {
    setFound(problems)
    setTries((before) => before + 1)
    if (problems.some(({ field }) => isFolded(field))) setMore(true)
  })
  // Nobody knows whether it arrived; what was refused or is to be mended wasn't lost.
  const lost = unsent !== undefined && ('offline' in unsent || 'fault' in unsent)
  useOpening(ids(isClerk(role) ? 'source' : 'applicant.name'))

  const still = new Set(problemsOf(draft, role, productNow()).map(({ field, code }) => `${field} ${code}`))
  const problems = inOrder([...told, ...found.filter(({ field, code }) => still.has(`${field} ${code}`))])
  const wrong = (field: string) =>
    problems.find((each) => fieldOf(each.field) === field || inside(field, each.field))?.message
  const fields = { draft, role, ids, wrong }
  const { kind } = draft
  const reports = kind === 'grievance'

  return (
    <Frame behind={behindFor(role)} foot={<SendBar words={bar} onSend={send} sending={sending} again={lost} />}>
      <View className="forward" {...enterTo(send)}>
        <Top left={draft.touched && tries === 0} kind={kind} />
        {kind === 'aid' && isClerk(role) && role !== 'command' && (
          <View>
            <Link icon="people" text={groupWords.open} onPress={() => void go(places.registerGroup)} />
          </View>
        )}
        {kindsFor(role).length > 1 && <KindField {...fields} />}
        <ErrorSummary
          key={tries}
          problems={unique(problems).map(({ field, message }) => ({ id: ids(field), text: message }))}
        />
        {unsent && !('invalid' in unsent) && !takenFor(unsent) && (
          <NotRegistered id={`${prefix}-unsent`} unsent={unsent} role={role} onAsNew={sendAsNew} />
        )}
        <View className="forward__two">
          <View className="forward__half">
            {isClerk(role) && <SourceField {...fields} />}
            {reports && <UpperFields {...fields} />}
            {isClerk(role) && <Began {...fields} />}
            {!isNameless(draft) && <WhoFields {...fields} />}
            <PlaceField {...fields} />
            {reports && <SpotField {...fields} />}
          </View>
          <View className="forward__half">
            {kind === 'visit' && <VisitFields {...fields} next={takenFor(unsent)} />}
            <TopicField {...fields} />
            {reports && <Warnings {...fields} />}
            <StoryField {...fields} />
            {reports && <SameReport {...fields} />}
            <Attachments {...fields} />
            {reports && <KnowsField {...fields} />}
            {(kind === 'question' || kind === 'visit') && <LanguageField {...fields} />}
            {kind === 'aid' && (
              <View>
                <Link text={more ? words.less : words.more} onPress={() => setMore(!more)}>
                  <Icon name={more ? 'up' : 'down'} size="s" />
                </Link>
              </View>
            )}
          </View>
        </View>
        {more && kind === 'aid' && <More {...fields} />}
      </View>
    </Frame>
  )
}

// A photo's own trouble is told at the photos.
const inside = (field: string, problem: string) => field === 'evidence' && problem.startsWith('evidence.')

/** One line for each field, though both the page and the server may have found it. */
const unique = (problems: readonly Told[]): Told[] =>
  [...new Map([...problems].reverse().map((problem) => [fieldOf(problem.field), problem])).values()].reverse()

/** The page is open: the clock is heard, a session that has ended says so before a word is typed, the keyboard is ready. */
function useOpening(first: string) {
  const openedAt = useRegistration((state) => state.draft.openedAt)
  const ready = useRef(first)
  useEffect(() => {
    if (!openedAt) void call('session.me', {}).then(markOpened)
  }, [openedAt])
  useEffect(() => {
    // In WeChat it would only scroll.
    if (process.env.TARO_ENV === 'h5') goTo(ready.current)
  }, [])
}

const quick = {
  aid: words.quick,
  question: words.quickQuestion,
  grievance: words.quickGrievance,
  visit: visitRegisterWords.quick,
}

function Top({ left, kind }: { left: boolean; kind: keyof typeof quick }) {
  // Only what she finds here, not what she has just begun.
  const [found] = useState(left)
  return (
    <View className="head">
      <View className="row row--wrap row--base row--tight">
        <Heading size="big" text={words.title} />
        <View className="soft">{quick[kind]}</View>
      </View>
      {found && <ThrowAway words={leave} onYes={() => forgetRegistration()} />}
    </View>
  )
}

const bar = { send: words.send, sending: words.sending, again: words.sendAgain }
const leave = {
  open: words.throwAway,
  title: words.throwAwayTitle,
  text: words.throwAwayText,
  yes: words.drop,
  no: words.keep,
}
