import { Empty, Notice, Problem, Skeleton } from '@/ui'
import { nothing, Sample, soon } from './sample'

export function States() {
  return (
    <>
      <Sample name="提醒">
        <Notice>发出后今天 24:00 前告诉您结果。</Notice>
        <Notice tone="green">已经收到，谁在办、办到什么时候都能看到。</Notice>
        <Notice tone="amber">还缺一张身份证照片。</Notice>
        <Notice tone="red">没发出去，已存在手机里，不会丢。</Notice>
        <Notice tone="over">这件事超时了，已经催办。</Notice>
      </Sample>
      <Sample name="正在取">
        <Skeleton cards={2} face />
      </Sample>
      <Sample name="空的">
        <Empty
          title="还没有事项"
          text="问律师、申请援助、反映问题以后，都在这里看办到哪一步。"
          action={{ text: '问律师', onPress: nothing }}
        />
      </Sample>
      <Sample name="没有信号">
        <Problem
          offline
          title="现在没有信号"
          text="换个高一点的地方再试。急事可以直接打电话，不用上网。"
          onRetry={soon}
          other={{ text: '打\u00a012348', icon: 'phone', onPress: nothing }}
        />
      </Sample>
      <Sample name="出了差错">
        <Problem
          title="没发出去"
          text="您填的都在，没有丢。再按一次就行，不会重复。"
          retryText="再发一次"
          onRetry={soon}
        />
      </Sample>
    </>
  )
}
