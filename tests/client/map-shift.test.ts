import { describe, expect, it } from 'vitest'
import { shifted } from '@/client/map-shift'

// What other open implementations of the shift give for the same places.
const known = [
  ['Shanghai', 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
  ['Shenzhen', 113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
  ['Beijing', 116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
] as const

describe('a place from a satellite, as maps of this country want it', () => {
  it.each(known)('in %s lies where other libraries put it, within two metres', (_, lng, lat, east, north) => {
    const found = shifted({ lng, lat })
    expect([found.lng - east, found.lat - north].map(Math.abs).every((off) => off < 0.00002)).toBe(true)
  })
  it('is hundreds of metres away from where it was', () => {
    const found = shifted({ lng: 121.77, lat: 42.72 })
    expect(Math.hypot(found.lng - 121.77, found.lat - 42.72)).toBeGreaterThan(0.003)
  })
})
