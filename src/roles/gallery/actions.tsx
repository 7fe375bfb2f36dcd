import { useState } from 'react'
import {
  BottomBar,
  Button,
  Buttons,
  Card,
  Chips,
  ClockLine,
  Confirm,
  Door,
  Hotline,
  Item,
  Link,
  Rows,
  Section,
  Sheet,
  StageTag,
  Steps,
  Strip,
  Tabs,
  Tags,
} from '@/ui'
import { longName } from './fixtures'
import { nothing, Sample, soon } from './sample'

export function Actions() {
  const [asked, setAsked] = useState<'sheet' | 'confirm'>()
  return (
    <>
      <Sample name="按钮">
        <Button kind="main" text="提交申请" onPress={soon} busyText="正在提交" />
        <Buttons>
          <Button share="half" text="正忙" onPress={nothing} />
          <Button share="half" kind="soft" icon="phone" text="打电话" onPress={nothing} />
        </Buttons>
        <Buttons>
          <Button share="third" text="正忙" onPress={nothing} />
          <Button share="two" kind="main" text="接" onPress={nothing} />
        </Buttons>
        <Buttons>
          <Button share="half" kind="danger" text="不予受理" onPress={nothing} />
          <Button share="half" kind="main" busy text="发布" onPress={nothing} />
        </Buttons>
        <Button kind="main" text="发布" onPress={nothing} offReason="周三夜里还没有人值班，排上再发布。" />
        <Button kind="text" text="先不填，以后再说" onPress={nothing} />
      </Sample>
      <Sample name="链接">
        <Link text="这个顺序怎么来的" onPress={nothing} />
        <Link icon="speaker" text="念给我听" onPress={nothing} />
      </Sample>
      <Sample name="从下面出来的">
        <Buttons>
          <Button share="half" text="打开一张" onPress={() => setAsked('sheet')} />
          <Button share="half" text="问一句" onPress={() => setAsked('confirm')} />
        </Buttons>
        <Sheet open={asked === 'sheet'} title="选语言" onClose={() => setAsked(undefined)}>
          <Rows>
            <Item first name="汉语" onPress={() => setAsked(undefined)} />
            <Item name="蒙古语" onPress={() => setAsked(undefined)} />
          </Rows>
        </Sheet>
        <Confirm
          open={asked === 'confirm'}
          title="撤回这个申请吗？"
          text="撤回以后还能再申请，填过的不用重填。"
          yes="撤回申请"
          kind="danger"
          onYes={() => setAsked(undefined)}
          onNo={() => setAsked(undefined)}
        />
      </Sample>
      <Sample name="入口">
        <Door main name="问律师" what="8 分钟内有人答复，或约好谁几点回电" icon="ask" onPress={nothing} />
        <Door name="申请法律援助" what="请不起律师，当天派" icon="scale" onPress={nothing} />
      </Sample>
      <Sample name="列表行">
        <Section title="我的事项" more={{ text: '全部 3 件', onPress: nothing }}>
          <Rows>
            <Item first strong name="村西水渠堵了" more="旗水务局正在办" onPress={nothing}>
              <ClockLine tone="green" word="正在办理" due="明天 24:00 前" />
            </Item>
            <Item strong name={`写进展：${longName}土地纠纷`} more="法律援助，办理中" onPress={nothing}>
              <ClockLine tone="over" word="已超期" due="超了 1 个工作日" />
            </Item>
            <Item icon="paper" name="材料和照片" more="5 张照片，1 段语音" onPress={nothing} />
          </Rows>
        </Section>
      </Sample>
      <Sample name="筛选">
        <Chips
          label="看哪些"
          value="a"
          onChange={nothing}
          chips={[
            { value: 'a', text: '待派单', count: 6 },
            { value: 'b', text: '待受理', count: 3 },
            { value: 'c', text: '待回访', count: 5 },
          ]}
        />
      </Sample>
      <Sample name="第几步">
        <Steps at={3} of={7}>
          <Link small icon="speaker" text="念给我听" onPress={nothing} />
        </Steps>
      </Sample>
      <Sample name="页顶和页底">
        <Strip text="没有信号，先看上次取的，10:02" />
        <Card>
          <Tags>
            <StageTag tone="green" text="正在值班" />
          </Tags>
        </Card>
        <BottomBar>
          <Button kind="main" text="下一步" onPress={nothing} />
        </BottomBar>
        <Hotline text="急事打 12348" more="白天黑夜都有人接" onPress={nothing} />
        <Tabs
          label="主要页面"
          value="home"
          onChange={nothing}
          tabs={[
            { value: 'home', text: '首页', icon: 'home' },
            { value: 'matters', text: '我的事项', icon: 'matters' },
            { value: 'me', text: '我', icon: 'person' },
          ]}
        />
      </Sample>
    </>
  )
}
