import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import coverage from '@/data/language-coverage.json'
import { Frame } from '@/pages/frame'
import { Card, Empty, Heading, Item, Link, Rows, Section, Sheet } from '@/ui'
import { languageDeskWords as words } from '@/words/language-desk'

type Room = (typeof coverage.rooms)[number]
const sum = (rooms: readonly Room[], of: (room: Room) => number) => rooms.reduce((total, room) => total + of(room), 0)

/** How much of what residents read is reviewed, room by room, and what comes next. */
export default function LanguageReview() {
  const role = useSession((session) => session.me?.acting.role)
  const [open, setOpen] = useState<Room>()
  if (role !== 'admin' && role !== 'supervisor')
    return (
      <Frame label={words.reviewPage} behind={places.me}>
        <Empty icon="person" title={words.notYours} text={words.notYoursText} />
      </Frame>
    )
  const theirs = coverage.rooms.filter((room) => room.for === 'resident')
  return (
    <Frame label={words.reviewPage} behind={places.me}>
      <Card>
        <Heading
          size="big"
          level={2}
          text={words.done(
            sum(theirs, (room) => room.reviewed),
            sum(theirs, (room) => room.sentences),
          )}
        />
        <View>{words.prompts(coverage.prompts.reviewed, coverage.prompts.wanted)}</View>
        <View className="small soft">{words.doneText}</View>
        <Link text={words.sample} onPress={() => void go(places.languageSample)} />
      </Card>
      <Section title={words.rooms}>
        <Rows>
          {theirs.map((room, n) => (
            <Item
              key={room.room}
              first={n === 0}
              name={room.title}
              more={words.room(room.reviewed, room.sentences)}
              onPress={() => setOpen(room)}
            >
              {room.draft + room.stale > 0 && (
                <View className="small soft">{words.drafts(room.draft, room.stale)}</View>
              )}
            </Item>
          ))}
        </Rows>
      </Section>
      <Sheet open={open !== undefined} title={open?.title ?? ''} onClose={() => setOpen(undefined)}>
        <View className="strong">{words.first}</View>
        {open?.waiting.map((zh) => (
          <View key={zh}>{zh}</View>
        ))}
        <View className="small soft">{words.all}</View>
      </Sheet>
    </Frame>
  )
}
