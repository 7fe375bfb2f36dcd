import { Text, View } from '@tarojs/components'
import type { Told } from '@/client/draft'
import { Card, Heading } from '@/ui'
import { groupWords as words } from '@/words/group-claim'
import type { Person } from './lines'

/** Who was read from the lines, so that she sees that each is understood; what is wrong stands at his name. */
export function Listed({ people, problems }: { people: readonly Person[]; problems: readonly Told[] }) {
  if (people.length === 0) return null
  return (
    <View className="stack">
      <Heading text={words.read(people.length)} level={2} />
      <View className="forward__codes">
        {people.map(({ applicant: { name, phone, idNumber }, story }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read alike
          <Card key={n}>
            <Text className="block strong">{words.rowAt(n + 1, name)}</Text>
            <Text className="block soft">
              {[phone ? words.phone(phone) : words.noPhone, idNumber && words.id(idNumber)].filter(Boolean).join('，')}
            </Text>
            {story && <Text className="block">{story}</Text>}
            {problems
              .filter(({ field }) => field.startsWith(`people.${n}.`))
              .map(({ field, code, message }) => (
                <Text key={`${field} ${code}`} className="block red">
                  {message}
                </Text>
              ))}
          </Card>
        ))}
      </View>
    </View>
  )
}
