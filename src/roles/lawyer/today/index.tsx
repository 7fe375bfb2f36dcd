import { Empty, Page } from '@/ui'

export default function Today() {
  return (
    <Page label="今天">
      <Empty title="今天" text="这一页正在做。" />
    </Page>
  )
}
