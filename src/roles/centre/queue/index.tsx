import { Empty, Page } from '@/ui'

export default function Queue() {
  return (
    <Page label="待审查">
      <Empty title="待审查" text="这一页正在做。" />
    </Page>
  )
}
