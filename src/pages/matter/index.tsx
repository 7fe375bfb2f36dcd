import { Empty, Page } from '@/ui'

export default function Matter() {
  return (
    <Page label="事项">
      <Empty title="事项" text="这一页正在做。" />
    </Page>
  )
}
