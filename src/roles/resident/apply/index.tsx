import { Empty, Page } from '@/ui'

export default function Apply() {
  return (
    <Page label="申请法律援助">
      <Empty title="申请法律援助" text="这一页正在做。" />
    </Page>
  )
}
