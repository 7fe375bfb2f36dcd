import { useState } from 'react'
import { CheckList, ChoiceList, DatePicker, ErrorSummary, EvidencePicker, Field, PlacePicker, TopicGrid } from '@/ui'
import { photos, places, topics } from './fixtures'
import { nothing, Sample } from './sample'

/** `at` keeps ids apart when several looks stand side by side. */
export function Entries({ at, startWith }: { at: string; startWith?: string }) {
  const [name, setName] = useState('白秀英')
  const [number, setNumber] = useState('15052419790230')
  const [story, setStory] = useState('在镇上工地干了四个月，没签合同，老板说年底给，现在电话不接了。')
  const [how, setHow] = useState<string | undefined>('promise')
  const [needs, setNeeds] = useState<string[]>(['mongolian'])
  const [topic, setTopic] = useState<string | undefined>('grass')
  const [place, setPlace] = useState<string | undefined>(startWith)
  const [day, setDay] = useState('2026-09-22')
  return (
    <>
      <Sample name="填错了：先总说，再在那一格说">
        <ErrorSummary
          quiet
          problems={[
            { id: `${at}-id`, text: '身份证号少了 4 位' },
            { id: `${at}-how`, text: '选一种说明的办法' },
          ]}
        />
      </Sample>
      <Sample name="填空">
        <Field id={`${at}-name`} label="名字" value={name} onChange={setName} />
        <Field
          id={`${at}-phone`}
          type="phone"
          label="手机号"
          value=""
          onChange={nothing}
          optional
          placeholder="11 位"
        />
        <Field
          id={`${at}-id`}
          type="idcard"
          label="身份证号"
          hint="在身份证正面最下边，18 位"
          value={number}
          onChange={setNumber}
          error={number.length === 18 ? undefined : '少了 4 位，请再看一遍'}
        />
        <Field id={`${at}-story`} type="textarea" label="经过" value={story} onChange={setStory} max={500} />
      </Sample>
      <Sample name="选一个">
        <ChoiceList
          id={`${at}-how`}
          label="家里困难怎么说明"
          value={how}
          onChange={setHow}
          choices={[
            { value: 'promise', text: '我做诚信承诺', more: '不用跑证明' },
            { value: 'papers', text: '我交证明材料' },
          ]}
        />
      </Sample>
      <Sample name="可以选几个">
        <CheckList
          id={`${at}-needs`}
          label="要我们准备什么"
          optional
          values={needs}
          onChange={setNeeds}
          choices={[
            { value: 'mongolian', text: '说蒙古语' },
            { value: 'sign', text: '手语', more: '提前一天约' },
            { value: 'home', text: '上门' },
          ]}
        />
      </Sample>
      <Sample name="图片问题">
        <TopicGrid id={`${at}-topic`} label="什么事" topics={topics} value={topic} onChange={setTopic} />
      </Sample>
      <Sample name="地方">
        <PlacePicker id={`${at}-place`} label="住在哪里" places={places} value={place} onChange={setPlace} townWillDo />
      </Sample>
      <Sample name="日期">
        <DatePicker id={`${at}-day`} label="哪天受的伤" value={day} valueText="2026 年 9 月 22 日" onChange={setDay} />
        <DatePicker id={`${at}-none`} label="到哪天" value="" onChange={nothing} error="选一天" />
      </Sample>
      <Sample name="照片">
        <EvidencePicker
          id={`${at}-photos`}
          label="材料的照片"
          hint="身份证、病历、票据，拍清楚字"
          photos={photos}
          onAdd={nothing}
          onRemove={nothing}
          onRetry={nothing}
        />
      </Sample>
    </>
  )
}
