import { View } from '@tarojs/components'
import type { MatterView } from '@/contract/views'
import { Ring } from '@/pages/ring'

/** The telephone, on a button in which a long name may break. */
export const RingUp = ({ view }: { view: MatterView }) => (
  <View className="centre__ring">
    <Ring view={view} />
  </View>
)
