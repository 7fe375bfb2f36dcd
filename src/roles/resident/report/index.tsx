import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { mayEver } from '@/domain/permission'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Button, Empty } from '@/ui'
import { commonWords } from '@/words/common'
import { reportWords as words } from '@/words/report'
import { ReportForm } from './report-form'

/** Reporting something, on one page; whoever isn't signed in may too. */
export default function Report() {
  const role = useSession((session) => session.me?.acting.role ?? 'visitor')
  if (role === 'resident' || role === 'visitor') return <ReportForm />
  return (
    <Frame label={words.page} behind={places.home} foot={<HotlineFoot />}>
      <OtherRole helps={mayEver('grievance.submit', role)} />
    </Frame>
  )
}

/** Her work isn't reporting for herself: the way to what she may do. */
function OtherRole({ helps }: { helps: boolean }) {
  const toRoles = () => void go(places.me)
  if (!helps)
    return (
      <Empty
        icon="swap"
        title={words.asResident}
        text={words.asResidentText}
        action={{ text: commonWords.otherRole, onPress: toRoles }}
      />
    )
  return (
    <>
      <Empty
        icon="people"
        title={words.asHelper}
        text={words.asHelperText}
        action={{ text: words.helpReport, onPress: () => void go(places.register, { kind: 'grievance' }) }}
      />
      <Button text={commonWords.otherRole} onPress={toRoles} />
    </>
  )
}
