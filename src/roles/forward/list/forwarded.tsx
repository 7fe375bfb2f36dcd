import { Text, View } from '@tarojs/components'
import { go, isGrievance, isVisit, matterPageOf, places } from '@/client/places'
import type { MatterRow } from '@/contract/views'
import type { Role } from '@/domain/decider'
import { ClockLine, clockTone, Icon, Item, Rows, StageTag, stageTone, Tags } from '@/ui'
import { forwardWords as words } from '@/words/forward'

/** What was forwarded or registered: whose it is, how it stands, until when, and what is owed. */
export const Forwarded = ({ rows, role }: { rows: readonly MatterRow[]; role: Role }) => (
  <Rows>
    {rows.map((row, index) => (
      <One key={row.id} row={row} role={role} first={index === 0} />
    ))}
  </Rows>
)

function One({ row, role, first }: { row: MatterRow; role: Role; first: boolean }) {
  const { id, title, applicant, place, stage, stageText, clock, responsible, papersAsked = 0, hint } = row
  return (
    <Item
      first={first}
      strong
      name={applicant ?? title}
      more={
        hint && isVisit(id)
          ? `${hint}，${words.for(title, place.text, responsible)}`
          : words.for(title, place.text, responsible)
      }
      onPress={() => void go(pageOf(id, role), { id })}
    >
      <View className="stack stack--s">
        <Tags>
          <StageTag text={stageText} tone={stageTone(stage)} />
        </Tags>
        {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={`${clock.dueText} ${clock.title}`} />}
        {stage === 'supplementing' && (
          <View className="row row--tight amber">
            <Icon name="paper" size="s" />
            <Text>{papersAsked > 1 ? words.papersTwice(papersAsked) : words.papersOwed}</Text>
          </View>
        )}
      </View>
    </Item>
  )
}

/** What one entered for another is read as she reads it; what the unit has stands on the unit's own desk. */
const pageOf = (id: string, role: Role) =>
  isGrievance(id) ? places.grievance : isVisit(id) ? places.visitMatter : matterPageOf(role, id)
