import { Text, View } from '@tarojs/components'
import { Card } from '@/ui'
import { groupedCode } from '@/words/matter-page'

type Props = { code: string; title: string; hint: string }

/** A query code in groups, as one reads it out; a screen reader gets it as one word. */
export function ReadOut({ code, title, hint }: Props) {
  return (
    <Card>
      <Text className="block soft">{title}</Text>
      <View className="forward__code" ariaRole="text" ariaLabel={groupedCode(code)}>
        {groupedCode(code)
          .split('-')
          .map((group) => (
            <Text key={group} selectable userSelect>
              {group}
            </Text>
          ))}
      </View>
      <Text className="block small soft">{hint}</Text>
    </Card>
  )
}
