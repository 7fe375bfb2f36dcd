import { Empty, Page } from '@/ui'

export default function Receipt() {
  return (
    <Page label="收到了">
      <Empty title="收到了" text="这一页正在做。" />
    </Page>
  )
}
