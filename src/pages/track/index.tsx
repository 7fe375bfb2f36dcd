import { Empty, Page } from '@/ui'

export default function Track() {
  return (
    <Page label="查进度">
      <Empty title="查进度" text="这一页正在做。" />
    </Page>
  )
}
