import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { MyProfile } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, Chips, Heading, Item, Notice, Rows } from '@/ui'
import { commonWords } from '@/words/common'
import { myDataWords as words } from '@/words/my-data'
import { Leaf } from '../leaf'
import { Guardian } from './guardian'
import { Own } from './own'

/** What is held of her, what for and how long; and the ways to everything she may ask. */
export default function Mine() {
  const ward = useRouter().params.ward
  const me = useSession((session) => session.me)
  const { value, failed, again, put } = useAsk('me.profile', me ? { ...(ward && { ward }) } : undefined)
  return (
    <Leaf title={words.page} strip={value && failed ? commonWords.offline : undefined}>
      <View className="soft">{words.lead}</View>
      <Read value={value} failed={failed} again={again} cards={3}>
        {(profile) => <Known key={profile.id} profile={profile} ward={ward} onSaved={put} />}
      </Read>
    </Leaf>
  )
}

type KnownProps = { profile: MyProfile; ward?: string | undefined; onSaved: (profile: MyProfile) => void }

function Known({ profile, ward, onSaved }: KnownProps) {
  const { holdings, wards, guardian } = profile
  const more = { ...(ward && { ward }) }
  const ways = [
    { name: words.toConsents, more: words.toConsentsMore, place: places.myConsents },
    { name: words.toReaders, more: words.toReadersMore, place: places.myReaders },
    { name: words.toLeave, more: words.toLeaveMore, place: places.myLeave },
    { name: words.toNotice, more: words.toNoticeMore, place: places.privacyNotice },
  ]
  return (
    <>
      {guardian && <Notice>{words.guarded(guardian.name, guardian.relation)}</Notice>}
      {(wards.length > 0 || ward) && (
        <Chips
          label={words.whose}
          chips={[{ value: '', text: words.mine }, ...wards.map(({ id, name }) => ({ value: id, text: name }))]}
          value={ward ?? ''}
          onChange={(next) => void go(places.myData, next ? { ward: next } : {})}
        />
      )}
      <Rows>
        {ways.map(({ name, more: text, place }, n) => (
          <Item key={place} first={n === 0} strong name={name} more={text} onPress={() => void go(place, more)} />
        ))}
      </Rows>
      <Own profile={profile.profile} ward={ward} onSaved={onSaved} />
      {!ward && <Guardian />}
      <Heading text={words.held} />
      {holdings.map(({ what, items, purpose, kept, from }) => (
        <Card key={what}>
          <Heading level={3} text={what} />
          {items.map((text) => (
            <View key={text}>{text}</View>
          ))}
          <View className="small soft">{words.purpose(purpose)}</View>
          <View className="small soft">{words.kept(kept)}</View>
          <View className="small soft">{words.from(from)}</View>
        </Card>
      ))}
    </>
  )
}
