export { Button, type ButtonKind, Buttons } from './button'
export { Card, CardLine, Door, Item, Rows } from './card'
export { Chips } from './chips'
export { CheckList, type Choice, ChoiceList, type Topic, TopicGrid } from './choice-list'
export { classes } from './classes'
export { Clock, type ClockDay, ClockLine, type ClockTone, type ClockWhy } from './clock'
export { DatePicker } from './date-picker'
export { Empty, Problem } from './empty'
export { ErrorSummary, type FieldProblem } from './error-summary'
export { type Evidence, EvidencePicker } from './evidence-picker'
export { type Fact, Facts } from './facts'
export { Field, type FieldType } from './field'
export { goTo } from './focus'
export { BottomBar, Hotline, Tabs } from './foot'
export { Heading, Section } from './heading'
export { Icon } from './icon'
export { type IconName, iconNames } from './icon-names'
export { Link } from './link'
export {
  isClosed,
  MatterBody,
  MatterFacts,
  MatterHead,
  MatterPapers,
  MatterPeople,
  MatterTimeline,
  stageTone,
} from './matter-body'
export { clockTone, inPublicOrder, MatterClocks, OneClock } from './matter-clocks'
export { Beside, InMongolian, Mongolian } from './mongolian'
export { Notice, type NoticeTone, Strip } from './notice'
export { type Mode, Page, type Theme } from './page'
export { PersonCard } from './person-card'
export { type Place, PlacePicker } from './place-picker'
export { Press } from './press'
export { PrintSheet, printNow, type Slip, Slips } from './print-sheet'
export { Ring, Steps } from './progress'
export { Confirm, Sheet } from './sheet'
export { Signature } from './signature'
export { Skeleton } from './skeleton'
export { type Level, Stars } from './stars'
export { StageTag, Tags, type Tone } from './tag'
export { Timeline, type TimelineStep } from './timeline'
export { VoiceRecorder } from './voice-recorder'
