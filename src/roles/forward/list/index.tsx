import { View } from '@tarojs/components'
import { useState } from 'react'
import { hasDraft, openApply } from '@/client/draft'
import { go, places } from '@/client/places'
import { hasRegistration } from '@/client/register-draft'
import { useRows } from '@/client/rows'
import { useSession } from '@/client/session'
import type { Input } from '@/contract/actions'
import type { Role } from '@/domain/decider'
import { organNamed } from '@/domain/organ'
import { Read } from '@/pages/read'
import { UnitPlaces } from '@/pages/unit-places'
import { Button, Chips, Door, Empty, Heading, Item, Rows, Section } from '@/ui'
import { commonWords } from '@/words/common'
import { forwardWords as words } from '@/words/forward'
import { ForRoles, Frame } from '../frame'
import { Capsules } from './capsules'
import { Forwarded } from './forwarded'

type Desk = Input<'desk.list'>['desk']
type Kept = 'open' | 'finished'

// A para-legal's desk is her village's.
const desks: Partial<Record<Role, Desk>> = {
  village: 'village',
  guide: 'village',
  town: 'town',
  department: 'department',
}
const registers: readonly Role[] = ['town', 'department']
const prints: readonly Role[] = ['village', 'town']
const EVERY_MS = 30_000
const chips: { value: Kept; text: string }[] = [
  { value: 'open', text: words.open },
  { value: 'finished', text: words.finished },
]

/** The desk of whoever helps others to apply: what to begin, and how it stands with what was begun. */
export default function List() {
  return (
    <ForRoles
      roles={['village', 'guide', 'town', 'department']}
      page={words.desk}
      signIn={{ title: words.signIn, text: words.signInText }}
      other={{ title: words.notHelper, text: words.notHelperText }}
    >
      <Known />
    </ForRoles>
  )
}

function Known() {
  const me = useSession((session) => session.me)
  const role = me?.acting.role ?? 'village'
  const desk = desks[role] ?? 'village'
  const [kept, setKept] = useState<Kept>('open')
  const open = useRows({ desk, sort: 'due', open: true }, EVERY_MS)
  const finished = useRows(kept === 'finished' ? { desk, sort: 'new', open: false } : undefined)
  const list = kept === 'open' ? open : finished
  const held = me?.roles.find((each) => each.role === role && each.unit === me.acting.unit)
  return (
    <Frame strip={list.items && list.failed ? words.stale : undefined} tabs={<UnitPlaces tab="forward" />}>
      <View>
        <Heading size="big" text={words.desk} />
        <View className="soft">{[me?.name, held?.unitName].filter(Boolean).join('，')}</View>
      </View>
      {me && <Capsules id={me.id} role={role} onArrived={() => void open.again()} />}
      {me && <Doors id={me.id} role={role} unit={held?.unitName} />}
      <Section title={words.mine}>
        <Chips<Kept> label={words.which} chips={chips} value={kept} onChange={setKept} />
        <Read key={kept} value={list.items} failed={list.failed} again={list.again}>
          {(rows) => (
            <>
              {rows.length === 0 && !list.more && <None kept={kept} />}
              {rows.length > 0 && <Forwarded rows={rows} role={role} />}
              {list.more ? (
                <Button text={commonWords.more} onPress={list.more} />
              ) : (
                rows.length > 0 && <View className="soft small center">{words.end(rows.length)}</View>
              )}
            </>
          )}
        </Read>
      </Section>
    </Frame>
  )
}

const None = ({ kept }: { kept: Kept }) =>
  kept === 'open' ? <Empty title={words.none} text={words.noneText} /> : <Empty title={words.noneFinished} />

type DoorsProps = { id: string; role: Role; unit: string | undefined }

function Doors({ id, role, unit }: DoorsProps) {
  const notifies = role === 'department' && organNamed(unit) !== undefined
  const asks = !registers.includes(role) && hasRegistration(id)
  const unregistered = registers.includes(role) && hasRegistration(id)
  return (
    <>
      {hasDraft(id) && (
        <Rows>
          <Item
            first
            strong
            icon="pen"
            name={words.unfinished}
            more={words.unfinishedMore}
            onPress={() => void openApply()}
          />
        </Rows>
      )}
      <View className="forward__doors">
        <Door
          icon="ask"
          name={words.ask}
          what={asks ? words.unregistered : words.askMore}
          onPress={() => void go(places.register, { kind: 'question' })}
        />
        <Door
          icon="report"
          name={words.report}
          what={words.reportMore}
          onPress={() => void go(places.register, { kind: 'grievance' })}
        />
        <Door
          icon="calendar"
          name={words.visit}
          what={words.visitMore}
          onPress={() => void go(places.register, { kind: 'visit' })}
        />
        <Door main icon="people" name={words.apply} what={words.applyMore} onPress={() => void openApply()} />
        {registers.includes(role) && (
          <Door
            icon="phone"
            name={words.register}
            what={unregistered ? words.unregistered : words.registerMore}
            onPress={() => void go(places.register)}
          />
        )}
        {notifies && (
          <Door
            icon="inbox"
            name={words.notice}
            what={words.noticeMore}
            onPress={() => void go(places.criminalNotice)}
          />
        )}
        {prints.includes(role) && (
          <Door icon="paper" name={words.slips} what={words.slipsMore} onPress={() => void go(places.slips)} />
        )}
        {role === 'town' && (
          <Door icon="calendar" name={words.rota} what={words.rotaMore} onPress={() => void go(places.rotaBoard)} />
        )}
      </View>
    </>
  )
}
