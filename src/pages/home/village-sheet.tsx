import { problemOf } from '@/client/failed'
import { setVillage, useSession } from '@/client/session'
import { placeText, useUnits } from '@/client/units'
import { PlacePicker, Problem, Sheet, Skeleton } from '@/ui'
import { homeWords } from '@/words/home'

/** Chooses the village; the phone remembers it. */
export function VillageSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const village = useSession((session) => session.village)
  const { units, failed, waiting, again } = useUnits(open)

  function choose(code: string) {
    setVillage({ code, text: placeText(units, code) })
    onClose()
  }

  return (
    <Sheet open={open} title={homeWords.villageTitle} onClose={onClose}>
      {waiting && <Skeleton cards={2} />}
      {failed && <Problem {...problemOf(failed, again)} />}
      {units.length > 0 && (
        <PlacePicker
          id="village"
          label={homeWords.villageTitle}
          labelUnseen
          places={units}
          value={village?.code}
          onChange={choose}
          townWillDo
        />
      )}
    </Sheet>
  )
}
