import { go, type Place, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { Role } from '@/domain/decider'
import { type IconName, Tabs } from '@/ui'
import { unitPlaceWords as words } from '@/words/unit-desk'

type Tab = 'forward' | 'unit' | 'duty'
type Row = { value: Tab; text: string; icon: IconName }

const forward: Row = { value: 'forward', text: words.forward, icon: 'people' }
const unit: Row = { value: 'unit', text: words.unit, icon: 'inbox' }
const duty: Row = { value: 'duty', text: words.duty, icon: 'phone' }
// A department stands in no rota.
const tabsOf: Partial<Record<Role, readonly Row[]>> = {
  village: [forward, unit, duty],
  town: [forward, unit, duty],
  department: [forward, unit],
}

/** What a village's, a town's and a department's people change between: 代办 · 本单位事项 · 值班. */
export function UnitPlaces({ tab }: { tab: Tab }) {
  const me = useSession((session) => session.me)
  const tabs = me && tabsOf[me.acting.role]
  if (!me || !tabs) return null
  const { role, unit: code } = me.acting
  function open(next: Tab) {
    if (next === tab) return
    const place: Record<Exclude<Tab, 'duty'>, Place> = { forward: places.forwarded, unit: places.unitDesk }
    if (next !== 'duty') void restart(place[next])
    else if (role === 'village') void go(places.circle, code ? { village: code } : undefined)
    else void go(places.dutyMonth)
  }
  return <Tabs<Tab> label={words.label} tabs={tabs} value={tab} onChange={open} />
}
