import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { openApply } from '@/client/draft'
import { dial, go, places } from '@/client/places'
import { setVillage, useSession } from '@/client/session'
import type { Circle } from '@/contract/views'
import { Card, Door, Heading, Item, Link, Notice, PersonCard, Rows, Section } from '@/ui'
import { circleWords as words } from '@/words/circle'
import { homeWords } from '@/words/home'
import { Frame, HotlineFoot } from '../frame'
import { Duty } from '../home/duty'
import { VillageSheet } from '../home/village-sheet'
import { RingInMongolian } from '../mongolian-line'
import { Read } from '../read'

/** What a door plate's code opens: who answers here now, who advises the village, what is near. No sign-in. */
export default function AroundHere() {
  const scanned = useRouter().params.village
  const kept = useSession((session) => session.village)
  // The plate she stands before counts until she chooses another place.
  const [chosen, setChosen] = useState(false)
  const [picking, setPicking] = useState(false)
  const village = chosen ? kept?.code : (scanned ?? kept?.code)
  const circle = useAsk('circle.show', village ? { village } : undefined)
  const mayPrint = useSession(({ me }) => me !== undefined && me.acting.role !== 'resident')
  const foot = (
    <>
      <HotlineFoot />
      <RingInMongolian circle={circle.value} />
    </>
  )
  return (
    <Frame label={circle.value ? undefined : words.page} foot={foot} rings>
      {!village && <Duty circle={circle} village={undefined} onPick={() => setPicking(true)} />}
      {village && (
        <Read {...circle} cards={3} lines={4}>
          {(shown) => (
            <>
              <View>
                <Heading size="big" text={shown.village.text} />
                <Link small icon="place" text={words.pick} onPress={() => setPicking(true)} />
              </View>
              <Section title={words.duty}>
                <Duty circle={circle} village={shown.village.code} here onPick={() => setPicking(true)} />
              </Section>
              <Doors village={shown.village} />
              <Adviser adviser={shown.adviser} />
              <Points points={shown.points ?? []} />
              {mayPrint && (
                <Rows>
                  <Item
                    first
                    icon="paper"
                    name={words.plate}
                    more={words.plateMore}
                    onPress={() => void go(places.plate, { village: shown.village.code })}
                  />
                </Rows>
              )}
            </>
          )}
        </Read>
      )}
      <VillageSheet
        open={picking}
        onClose={() => {
          setPicking(false)
          if (useSession.getState().village !== kept) setChosen(true)
        }}
      />
    </Frame>
  )
}

/** What can be done from here; the question is asked of this place's people. */
function Doors({ village }: { village: Circle['village'] }) {
  const here = (open: () => unknown) => () => {
    setVillage({ code: village.code, text: village.text })
    void open()
  }
  return (
    <View className="stack" ariaRole="group" ariaLabel={words.do}>
      <Notice tone="green">
        <View className="strong">{homeWords.free}</View>
      </Notice>
      <Door main icon="ask" name={homeWords.ask} what={homeWords.askWhat} onPress={here(() => go(places.ask))} />
      <Door icon="scale" name={homeWords.aid} what={homeWords.aidWhat} onPress={here(openApply)} />
    </View>
  )
}

function Adviser({ adviser }: { adviser: Circle['adviser'] }) {
  const phone = adviser?.phone
  return (
    <Section title={words.adviser}>
      {adviser ? (
        <Card>
          <PersonCard
            name={adviser.name}
            lines={adviser.org ? [adviser.org] : []}
            onCall={phone ? () => void dial(phone) : undefined}
          />
        </Card>
      ) : (
        <View className="soft">{words.adviserNone}</View>
      )}
    </Section>
  )
}

function Points({ points }: { points: NonNullable<Circle['points']> }) {
  return (
    <Section title={words.points}>
      {points.length === 0 ? (
        <View>
          <View className="strong">{words.pointsNone}</View>
          <View className="soft">{words.pointsNoneText}</View>
        </View>
      ) : (
        <>
          <Rows>
            {points.map(({ code, name, kind, metres, travelMinutes, source }, index) => (
              <Item
                key={code}
                first={index === 0}
                strong
                icon="place"
                name={name}
                more={[
                  words.point(kind, metres),
                  travelMinutes !== undefined && words.travel(travelMinutes),
                  words.source(source),
                ]
                  .filter(Boolean)
                  .join('；')}
              />
            ))}
          </Rows>
          <View className="soft small">{words.straight}</View>
        </>
      )}
    </Section>
  )
}
