import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { waitsHere } from '@/client/capsule-room'
import { go, homeOf, type Place, places, replace, restart } from '@/client/places'
import { forgetSession, useSession } from '@/client/session'
import type { Role } from '@/domain/decider'
import { Button, Card, Confirm, Empty, Heading, Item, Link, PersonCard, Rows } from '@/ui'
import { homeWords } from '@/words/home'
import { meWords, roleText } from '@/words/me'
import { Frame, HotlineFoot } from '../frame'
import { Notices } from './notices'
import { Roles } from './roles'
import { SignIn } from './sign-in'
import { SizeChoice } from './size-choice'

const returns: Record<string, Place> = { apply: places.apply, matters: places.matters, visit: places.visit }

// Whoever rings where no letter arrived.
const ringers: readonly Role[] = ['village', 'town', 'centre', 'command']
// Whoever may stand in a seat.
const rostered: readonly Role[] = ['lawyer', 'village', 'guide', 'town', 'centre', 'command']

/** Who I am here. `next` names the page that asked to sign in first. */
export default function Me() {
  const me = useSession((session) => session.me)
  const demo = useSession((session) => session.demo)
  const next = returns[useRouter().params.next ?? '']

  async function entered() {
    const now = useSession.getState().me
    if (next) await replace(next)
    else if (now) await restart(homeOf(now.acting.role))
  }

  return (
    <Frame tab="me" label={meWords.page} foot={<HotlineFoot />}>
      {!me && <SizeChoice />}
      {!me && <LanguageDoor />}
      {me ? <Known /> : demo ? <SignIn onEntered={entered} /> : <Unknown />}
    </Frame>
  )
}

/** Chinese alone, or Mongolian beside it: as the size of the letters, it belongs to the phone. */
const LanguageDoor = () => (
  <Rows>
    <Item first icon="speaker" name={meWords.language} onPress={() => void go(places.language)} />
  </Rows>
)

function Unknown() {
  const weapp = process.env.TARO_ENV === 'weapp'
  const staff = weapp
    ? { text: meWords.staff, onPress: () => void go(places.invite) }
    : { text: meWords.staffSignIn, onPress: () => void go(places.signIn) }
  return (
    <Empty
      icon="person"
      title={weapp ? meWords.weappUnknown : meWords.noSignIn}
      text={weapp ? meWords.weappUnknownText : meWords.noSignInText}
      action={staff}
    />
  )
}

// Whoever may be responsible for a matter.
const answersRequests: readonly Role[] = [
  'lawyer',
  'organisation',
  'village',
  'guide',
  'town',
  'department',
  'centre',
  'command',
  'supervisor',
]

type DoorHome = { icon: 'inbox' | 'calendar' | 'chart' | 'phone'; name: string; onPress: () => void }

/** Where whoever acts in this role works; whoever oversees begins with the figures. */
function doorsOf(role: Role): DoorHome[] {
  const desk = role === 'supervisor' ? places.centreQueue : homeOf(role)
  const overview: DoorHome = { icon: 'chart', name: meWords.overview, onPress: () => void go(places.overview) }
  return [
    ...(role === 'supervisor' ? [overview] : []),
    ...(desk === places.home
      ? []
      : [{ icon: 'inbox' as const, name: homeWords.desk, onPress: () => void restart(desk) }]),
    ...(rostered.includes(role)
      ? [{ icon: 'calendar' as const, name: meWords.duty, onPress: () => void go(places.dutyMonth) }]
      : []),
    ...(ringers.includes(role)
      ? [{ icon: 'phone' as const, name: meWords.calls, onPress: () => void go(places.dutyCalls) }]
      : []),
    ...(role === 'centre' ? [overview] : []),
    ...(answersRequests.includes(role)
      ? [{ icon: 'inbox' as const, name: meWords.dataRequests, onPress: () => void go(places.privacyDesk) }]
      : []),
    ...(role === 'supervisor' || role === 'admin'
      ? [{ icon: 'chart' as const, name: meWords.mongolian, onPress: () => void go(places.languageReview) }]
      : []),
  ]
}

function Known() {
  const me = useSession((session) => session.me)
  const [leaving, setLeaving] = useState(false)
  if (!me) return null
  const { name, acting, roles } = me
  const held = roles.find(({ role, unit }) => role === acting.role && unit === acting.unit)

  const doors = doorsOf(acting.role)

  async function leave() {
    forgetSession()
    await restart(places.home)
  }

  return (
    <>
      <Card>
        <PersonCard name={name} lines={[[roleText(acting.role), held?.unitName].filter(Boolean).join('，')]} />
      </Card>
      {doors.length > 0 && (
        <Rows>
          {doors.map((door, n) => (
            <Item key={door.name} first={n === 0} strong {...door} />
          ))}
        </Rows>
      )}
      {roles.length > 1 && <Roles me={me} />}
      <SizeChoice />
      <LanguageDoor />
      <Rows>
        <Item first icon="person" name={meWords.myData} onPress={() => void go(places.myData)} />
      </Rows>
      {process.env.TARO_ENV === 'weapp' && roles.every(({ role }) => role === 'resident') && (
        <Link text={meWords.staff} onPress={() => void go(places.invite)} />
      )}
      {process.env.TARO_ENV === 'h5' && <Button text={meWords.signOut} onPress={() => setLeaving(true)} />}
      <Confirm
        open={leaving}
        title={meWords.signOutTitle}
        text={waitsHere(`${me.id}.`) ? meWords.signOutWaits : meWords.signOutText}
        yes={meWords.signOut}
        no={meWords.stay}
        onYes={leave}
        onNo={() => setLeaving(false)}
      />
      <Heading text={meWords.notices} />
      <Notices />
    </>
  )
}
