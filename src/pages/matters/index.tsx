import { Empty, Page } from '@/ui'

export default function Matters() {
  return (
    <Page label="我的事项">
      <Empty title="我的事项" text="这一页正在做。" />
    </Page>
  )
}
