import { Empty, Page } from '@/ui'

export default function Home() {
  return (
    <Page label="八分钟法律服务圈">
      <Empty title="八分钟法律服务圈" text="这一页正在做。" />
    </Page>
  )
}
