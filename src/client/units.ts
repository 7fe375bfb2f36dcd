import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { UnitRow } from '@/contract/views'
import type { Failed } from './ask'
import { call } from './call'

type Unit = { code: string; name: string; parent?: string }
type Units = { units: Unit[]; failed?: Failed; waiting: boolean; again: () => Promise<void> }

// Villages change once in years: the list is kept on the phone, so that a place can be chosen without a signal.
const KEY = 'units'
let known: Unit[] | undefined

/** Towns, and every village with its town; for PlacePicker. */
export function useUnits(wanted = true): Units {
  const [units, setUnits] = useState<Unit[]>(() => (known ??= stored()))
  const [failed, setFailed] = useState<Failed>()
  const again = useCallback(async () => {
    setFailed(undefined)
    const answers = await Promise.all([all('town'), all('village'), all('community')])
    const missed = answers.find((answer) => !Array.isArray(answer))
    if (missed && !Array.isArray(missed)) return setFailed(missed)
    const [towns = [], ...villages] = answers as UnitRow[][]
    known = [
      ...towns.map(({ code, name }) => ({ code, name })),
      ...villages.flat().map(({ code, name, parent }) => ({ code, name, parent })),
    ]
    Taro.setStorageSync(KEY, JSON.stringify(known))
    setUnits(known)
  }, [])
  useEffect(() => {
    if (wanted && units.length === 0) void again()
  }, [wanted, units.length, again])
  return { units, failed, waiting: wanted && units.length === 0 && !failed, again }
}

async function all(kind: 'town' | 'village' | 'community'): Promise<UnitRow[] | Failed> {
  const rows: UnitRow[] = []
  let after: string | undefined
  do {
    const answer = await call('unit.list', { kind, limit: 50, ...(after && { after }) })
    if (!answer.ok) return answer
    rows.push(...answer.value.items)
    after = answer.value.next
  } while (after)
  return rows
}

function stored(): Unit[] {
  try {
    return JSON.parse(Taro.getStorageSync(KEY) || '[]')
  } catch {
    return []
  }
}

/** 「额勒顺镇 查干朝鲁嘎查」 */
export function placeText(units: readonly Unit[], code: string): string {
  const unit = units.find((each) => each.code === code)
  const town = units.find((each) => each.code === unit?.parent)
  return [town?.name, unit?.name].filter(Boolean).join(' ')
}
