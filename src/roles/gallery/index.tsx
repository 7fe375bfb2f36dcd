import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { go, places } from '@/client/places'
import { Chips, classes, Heading, Hotline, Icon, iconNames, Link, Page } from '@/ui'
import { Actions } from './actions'
import { Entries } from './entries'
import { MatterParts } from './matter'
import { Parts, Printed } from './parts'
import { nothing, Sample } from './sample'
import { States } from './states'
import './gallery.css'

const looks = [
  { value: 'plain', text: '常规', className: '' },
  { value: 'elder', text: '长辈版', className: 'elder' },
  { value: 'elder-max', text: '最大字', className: 'elder-max' },
  { value: 'dark', text: '深色', className: 'theme-dark' },
] as const

type Shown = (typeof looks)[number]['value'] | 'all'

/** Every component of ui/ from fixtures, in every mode; `?look=elder` opens one, `?look=all` sets them side by side. */
export default function Gallery() {
  const asked = useRouter().params.look as Shown | undefined
  const [shown, setShown] = useState<Shown>(asked ?? 'plain')
  const chips = [...looks.map(({ value, text }) => ({ value, text })), { value: 'all' as const, text: '并排' }]
  return (
    <Page wide theme="light" foot={<Hotline text="急事打 12348" more="白天黑夜都有人接" onPress={nothing} />}>
      <Heading size="big" text="部件" />
      <Link text="蒙古文样例" onPress={() => void go(places.languageSample)} />
      <Chips<Shown> label="样子" chips={chips} value={shown} onChange={setShown} />
      <View className="gallery">
        {looks
          .filter(({ value }) => shown === 'all' || shown === value)
          .map(({ value, text, className }) => (
            <View
              key={value}
              className={classes('page gallery__look', shown !== 'all' && 'gallery__look--alone', className)}
            >
              <Heading text={`${text}`} />
              <View className={shown === 'all' ? 'gallery__one' : 'gallery__flow'}>
                <Actions />
                <Entries at={value} startWith="t4v1" />
                <Parts at={value} />
                <MatterParts />
                <States />
                <Sample name="图标，旁边总有字">
                  <View className="row row--wrap">
                    {iconNames.map((name) => (
                      <View key={name} className="gallery__icon">
                        <Icon name={name} />
                      </View>
                    ))}
                  </View>
                </Sample>
              </View>
            </View>
          ))}
      </View>
      <Printed />
    </Page>
  )
}
