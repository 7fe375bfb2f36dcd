import { Empty, Page } from '@/ui'

export default function Me() {
  return (
    <Page label="我">
      <Empty title="我" text="这一页正在做。" />
    </Page>
  )
}
