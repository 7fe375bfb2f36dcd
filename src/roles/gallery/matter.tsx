import { Text, View } from '@tarojs/components'
import {
  Button,
  Buttons,
  Card,
  CardLine,
  Clock,
  ClockLine,
  Facts,
  Heading,
  Link,
  PersonCard,
  Ring,
  Rows,
  StageTag,
  Tags,
  Timeline,
} from '@/ui'
import { clocks, longName, steps, why } from './fixtures'
import { nothing, Sample } from './sample'

export function MatterParts() {
  return (
    <>
      <Sample name="期限">
        {clocks.map((each) => (
          <Clock key={each.word} {...each} why={why}>
            <Link icon="speaker" text="念给我听" onPress={nothing} />
          </Clock>
        ))}
        {clocks.map((each) => (
          <ClockLine key={each.word} {...each} />
        ))}
      </Sample>
      <Sample name="阶段和标签">
        <Tags>
          <StageTag text="反映问题" />
          <StageTag tone="blue" text="办理中" />
          <StageTag tone="green" icon="check" text="已办结" />
          <StageTag tone="amber" text="等您补" />
          <StageTag tone="red" text="不予受理" />
          <StageTag tone="over" icon="alert" text="超时" />
        </Tags>
      </Sample>
      <Sample name="人">
        <Card>
          <PersonCard name="额尔敦朝克图" post="律师" lines={['会说蒙古语、汉语']} onCall={nothing} />
          <CardLine />
          <PersonCard
            name={longName}
            post="嘎查书记"
            lines={['茫汗苏木 毛敦塔拉嘎查', '值到 18:00']}
            tag={<StageTag tone="green" text="正在值班" />}
            onCall={nothing}
          />
        </Card>
      </Sample>
      <Sample name="倒计时">
        <Card offer>
          <View className="row">
            <Ring small tone="red" percent={18} figure="0:21" />
            <View className="grow">
              <Heading size="lead" text="有人问草场" />
              <Text className="small soft">水泉乡 格尔林嘎查</Text>
            </View>
          </View>
          <Buttons>
            <Button share="third" text="正忙" onPress={nothing} />
            <Button share="two" kind="main" text="接" onPress={nothing} />
          </Buttons>
          <Button kind="text" text="有利害关系" onPress={nothing} />
        </Card>
        <View className="row gallery__middle">
          <Ring percent={74} figure="6:12" text="最晚 9:12" />
        </View>
      </Sample>
      <Sample name="经过">
        <Card>
          <Timeline steps={steps} />
        </Card>
      </Sample>
      <Sample name="事实和“改”">
        <Rows>
          <Facts
            facts={[
              { label: '名字', value: longName, onChange: nothing },
              { label: '住在', value: '额勒顺镇 查干朝鲁嘎查', onChange: nothing },
              { label: '查询码', value: 'KL-7Q2M-48' },
            ]}
          />
        </Rows>
      </Sample>
    </>
  )
}
