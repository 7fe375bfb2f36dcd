/** Who is how far from whom: straight lines between surveyed points, and minutes only where a table tells them. */

export type Point = { lng: number; lat: number }
/** Where a service is given: `town` is the one it stands in, where that is known. */
export type Service = { code: string; name: string; kind: string; town?: string; at?: Point & { source: string } }
/** One row of the county's table: from one town to another, in minutes. Nothing is read backwards. */
export type Travel = { from: string; to: string; minutes: number }
export type Near = { code: string; name: string; kind: string; metres: number; travelMinutes?: number; source: string }

// The mean radius of the earth (IUGG): within half a percent of the true distance anywhere.
const EARTH_METRES = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** As the crow flies, in whole metres (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng)
  // Rounding may carry the opposite side of the earth past 1.
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h))))
}

/**
 * The `most` services nearest to a surveyed place, the nearest first. A service that nobody surveyed isn't among them,
 * and from a place that nobody surveyed there are none: a distance is never guessed.
 */
export function nearest(
  from: { at?: Point; town: string },
  services: readonly Service[],
  travel: readonly Travel[],
  most: number,
): Near[] {
  const { at, town } = from
  if (!at) return []
  const minutes = new Map(travel.map((row) => [`${row.from} ${row.to}`, row.minutes]))
  return services
    .flatMap(({ code, name, kind, town: there, at: point }): Near[] => {
      if (!point) return []
      const travelMinutes = there === undefined ? undefined : minutes.get(`${town} ${there}`)
      const metres = metresBetween(at, point)
      return [{ code, name, kind, metres, ...(travelMinutes !== undefined && { travelMinutes }), source: point.source }]
    })
    .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}
