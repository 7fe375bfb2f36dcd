import { Image, Text, View } from '@tarojs/components'
import { renderSVG } from 'uqr'
import type { Plate } from '@/contract/views'
import { dayOf } from '@/domain/time'
import { platePaper, plateWords } from '@/words/supervisor'
import { dayText } from '@/words/time'

export type PaperSize = 'a4' | 'a5'

// Four modules of quiet around it (ISO/IEC 18004); a quarter of it may be scratched off a door and it still reads.
const pictureOf = (url: string) => `data:image/svg+xml,${encodeURIComponent(renderSVG(url, { border: 4, ecc: 'Q' }))}`

/** What stands on a plate. Without an address that a camera could open it has no code. */
export function Paper({ plate, url }: { plate: Plate; url?: string }) {
  const { village, adviser, duty, hotline, printedAt } = plate
  const day = dayText(dayOf(printedAt))
  return (
    <View className="plate">
      <Text className="plate__place">{village.text}</Text>
      <Text className="plate__title">{platePaper.title}</Text>
      <Text>{platePaper.free}</Text>
      {url && (
        <>
          <Image
            className="plate__code"
            src={pictureOf(url)}
            ariaRole="img"
            ariaLabel={plateWords.code(village.text)}
          />
          <Text>{platePaper.scan}</Text>
        </>
      )}
      {adviser && (
        <View>
          <Text className="plate__line strong">{platePaper.adviser}</Text>
          <Text className="plate__line">{[adviser.name, adviser.phone].filter(Boolean).join(' ')}</Text>
          {adviser.org && <Text className="plate__line plate__small">{adviser.org}</Text>}
        </View>
      )}
      {duty.length > 0 && (
        <View>
          <Text className="plate__line strong">{platePaper.duty(day)}</Text>
          {duty.map(({ seatText, name, phone }) => (
            <Text key={`${seatText} ${name}`} className="plate__line">
              {[seatText, name, phone].filter(Boolean).join(' ')}
            </Text>
          ))}
          <Text className="plate__line plate__small">{platePaper.later}</Text>
        </View>
      )}
      <Text className="strong">{platePaper.hotline(hotline)}</Text>
      <Text className="plate__small">{platePaper.printed(day)}</Text>
    </View>
  )
}
