import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { classes, said } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Press } from './press'
import { uiWords } from './words'

export type ClockTone = 'green' | 'amber' | 'red' | 'over' | 'paused' | 'done'

export type ClockDay = { date: string; what?: string; count: string; state?: 'off' | 'now' }

export type ClockWhy = {
  /** 「为什么是明天？」 */
  title: string
  text?: string
  days?: readonly ClockDay[]
}

type ClockProps = {
  tone: ClockTone
  /** 「正在办理」「临期」: the colour never stands alone. */
  word: string
  /** 「明天 24:00 前」 */
  due: string
  why?: ClockWhy
  /** Under the opened days: a Link that reads it aloud. */
  children?: ReactNode
}

const pictures: Record<ClockTone, IconName> = {
  green: 'clock',
  amber: 'clock',
  red: 'alert',
  over: 'alert',
  paused: 'pause',
  done: 'done',
}
const colour = (tone: ClockTone) => (tone === 'done' ? 'green' : tone)

/** Until when, in a word, a colour and a time; "why?" opens the days that were counted. */
export function Clock({ tone, word, due, why, children }: ClockProps) {
  const [open, setOpen] = useState(false)
  const look = classes('clock', `clock--${colour(tone)}`)
  const inside = (
    <>
      <Icon name={pictures[tone]} size="s" />
      <Text className="clock__word">{word}</Text>
      <Text className="clock__due">{due}</Text>
    </>
  )
  if (!why) return <View className={look}>{inside}</View>
  return (
    <View className="stack">
      <Press className={look} onClick={() => setOpen(!open)} ariaExpanded={said(open)}>
        {inside}
        <View className="clock__why">
          <Text>{open ? uiWords.close : uiWords.why}</Text>
          <Icon name={open ? 'up' : 'down'} size="s" />
        </View>
      </Press>
      {open && (
        <View className="stack stack--m">
          <Text className="block strong">{why.title}</Text>
          {why.text && <Text className="block soft">{why.text}</Text>}
          <View>
            {why.days?.map((day) => (
              <View key={day.date} className={classes('day', day.state && `day--${day.state}`)}>
                <Text className={classes('day__date', !day.state && 'strong')}>{day.date}</Text>
                <Text className="day__what">{day.what ?? ''}</Text>
                <Text className={classes('day__count', day.state !== 'off' && 'strong')}>{day.count}</Text>
              </View>
            ))}
          </View>
          {children}
        </View>
      )}
    </View>
  )
}

/** The same in one line, for lists. */
export function ClockLine({ tone, word, due }: { tone: ClockTone; word: string; due: string }) {
  return (
    <View className={classes('clock--line', colour(tone) === 'paused' ? 'soft' : colour(tone))}>
      <Icon name={pictures[tone]} size="s" />
      <Text className="clock__word">{word}</Text>
      <Text className="clock__due">{due}</Text>
    </View>
  )
}
