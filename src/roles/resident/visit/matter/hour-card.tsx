import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { intoCalendar } from '@/client/calendar-file'
import { call } from '@/client/call'
import { useCommand } from '@/client/command'
import { dial } from '@/client/places'
import { Button, Buttons, Card, CardLine, Facts, Heading, Icon, Notice, PersonCard } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitPageWords as words } from '@/words/visit-page'
import { AnotherHour } from './another-hour'
import './matter.css'
import type { PartProps } from './whole'

const ahead = ['booked', 'confirmed', 'set-out']

/** When, where and with whom; the digits she shows; that she will be there, or rather at another hour. */
export function HourCard(part: PartProps) {
  const { view, may } = part
  const { detail, stage, people } = view
  const { start, hourText, venue, host, kind, address, checkIn, willCome } = detail
  const comes = ahead.includes(stage)
  if (!start) return comes ? <NoHour {...part} /> : null
  const home = kind === 'home'
  const where = home ? (address ?? words.home) : kind === 'office' ? venue?.text : undefined
  const phone = host?.phone ?? people.find(({ id }) => id !== undefined && id === host?.id)?.phone
  return (
    <Card>
      <Facts
        facts={[
          { label: words.when, value: <View className="title">{hourText}</View> },
          ...(where ? [{ label: words.where, value: where }] : []),
        ]}
      />
      {host && (
        <PersonCard
          name={host.name}
          lines={host.org ? [host.org] : []}
          onCall={phone ? () => void dial(phone) : undefined}
        />
      )}
      {comes && !where && <View>{words.callYou}</View>}
      {checkIn && <CheckIn digits={checkIn} />}
      {willCome?.person && comes && (
        <View className="row row--tight green">
          <Icon name="check" size="s" />
          <Text>{words.confirmed}</Text>
        </View>
      )}
      {may('visit.confirm') && !willCome?.person && <Confirming {...part} />}
      <Buttons>
        {comes && <IntoCalendar id={view.id} />}
        {may('visit.reschedule') && stage !== 'no-show' && <AnotherHour {...part} />}
      </Buttons>
    </Card>
  )
}

/** She shows them when they meet. A screen reader says them one by one. */
const CheckIn = ({ digits }: { digits: string }) => (
  <>
    <CardLine />
    <View>
      <Text className="block small soft">{words.checkIn}</Text>
      <View className="visit__digits" ariaRole="text" ariaLabel={[...digits].join(' ')}>
        {digits}
      </View>
      <Text className="block small soft">{words.checkInMore}</Text>
    </View>
  </>
)

/** A visit at home that somebody is still finding an hour for. */
function NoHour(part: PartProps) {
  const { view, may } = part
  const who = view.people.find(({ role }) => role === 'responsible')
  const { phone, name = '' } = who ?? {}
  const { address, checkIn } = view.detail
  return (
    <Card>
      <Heading size="lead" level={2} text={words.noHour} />
      {address && <Facts facts={[{ label: words.where, value: address }]} />}
      {who && <PersonCard name={name} onCall={phone ? () => void dial(phone) : undefined} />}
      {checkIn && <CheckIn digits={checkIn} />}
      {may('visit.reschedule') && <AnotherHour {...part} text={words.chooseHour} />}
    </Card>
  )
}

function Confirming({ view: { id }, done, refused }: PartProps) {
  const { send, wrong } = useCommand('visit.confirm', {
    onDone: (after) => done(after, words.confirmedTold),
    onRefused: refused,
  })
  return (
    <>
      <Button kind="main" icon="check" text={words.confirm} onPress={() => send({ id })} />
      <NotSent wrong={wrong} />
    </>
  )
}

function IntoCalendar({ id }: { id: string }) {
  const [state, setState] = useState<'done' | 'failed'>()
  async function put() {
    const answer = await call('visit.calendar', { id })
    setState(answer.ok && (await intoCalendar(answer.value)) ? 'done' : 'failed')
  }
  return (
    <>
      <Button
        share="half"
        icon={state === 'done' ? 'check' : 'calendar'}
        text={state === 'done' ? words.calendarDone : words.calendar}
        onPress={put}
      />
      {state === 'failed' && (
        <Notice tone="amber" said>
          {words.calendarFailed}
        </Notice>
      )}
    </>
  )
}
