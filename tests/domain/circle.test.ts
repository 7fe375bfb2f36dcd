import { describe, expect, it } from 'vitest'
import { metresBetween, nearest, type Service } from '@/domain/circle'

const point = (lng: number, lat: number) => ({ lng, lat })
const surveyed = (lng: number, lat: number) => ({ lng, lat, source: '测绘院 2025' })
const service = (code: string, more: Partial<Service> = {}): Service => ({ code, name: code, kind: 'station', ...more })
const here = { at: point(121.8, 42.7), town: 'a' }

describe('a straight line', () => {
  it('a degree along the equator and along a meridian is the earth’s circumference over 360', () => {
    const degree = (2 * Math.PI * 6_371_008.8) / 360
    expect(metresBetween(point(0, 0), point(1, 0))).toBe(Math.round(degree))
    expect(metresBetween(point(121, 42), point(121, 43))).toBe(Math.round(degree))
  })
  it('agrees with a distance between cities known otherwise: Beijing to Shanghai is 1,067 km', () => {
    const metres = metresBetween(point(116.4074, 39.9042), point(121.4737, 31.2304))
    expect(Math.abs(metres - 1_067_000)).toBeLessThan(3_000)
  })
  it('is nothing from a place to itself, the same both ways, and never past half the earth', () => {
    const [a, b] = [point(121.8, 42.7), point(122.1, 42.9)]
    expect(metresBetween(a, a)).toBe(0)
    expect(metresBetween(a, b)).toBe(metresBetween(b, a))
    expect(metresBetween(point(0, 0), point(180, 0))).toBe(20_015_114)
    expect(metresBetween(point(179.9, 0), point(-179.9, 0))).toBeLessThan(23_000)
  })
})

describe('the nearest services', () => {
  it('come nearest first, and no more than asked for', () => {
    const services = [
      service('far', { at: surveyed(122.8, 42.7) }),
      service('near', { at: surveyed(121.81, 42.7) }),
      service('middle', { at: surveyed(122, 42.7) }),
    ]
    expect(nearest(here, services, [], 2).map(({ code }) => code)).toEqual(['near', 'middle'])
    expect(nearest(here, services, [], 9)).toHaveLength(3)
  })
  it('a service that nobody surveyed isn’t among them, and says its source where it was', () => {
    const found = nearest(here, [service('unknown'), service('known', { at: surveyed(121.9, 42.7) })], [], 3)
    expect(found.map(({ code, source }) => [code, source])).toEqual([['known', '测绘院 2025']])
  })
  it('a village that nobody surveyed has none: the distance isn’t guessed from its town', () => {
    expect(nearest({ town: 'a' }, [service('known', { at: surveyed(121.9, 42.7) })], [], 3)).toEqual([])
  })
  it('minutes are told only where the table has this way, and the way back is another', () => {
    const services = [
      service('in-b', { town: 'b', at: surveyed(121.9, 42.7) }),
      service('in-c', { town: 'c', at: surveyed(122, 42.7) }),
      service('no-town', { at: surveyed(122.1, 42.7) }),
    ]
    const travel = [
      { from: 'a', to: 'b', minutes: 40 },
      { from: 'c', to: 'a', minutes: 70 },
    ]
    expect(nearest(here, services, travel, 3).map(({ code, travelMinutes }) => [code, travelMinutes])).toEqual([
      ['in-b', 40],
      ['in-c', undefined],
      ['no-town', undefined],
    ])
  })
})
