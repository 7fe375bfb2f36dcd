type Point = { lng: number; lat: number }

// The shift as every open map library computes it, on the ellipsoid of Krasovsky 1940.
const AXIS = 6_378_245
const ECCENTRICITY = 0.006693421622965943
const waves = (x: number) => (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
const slow = (x: number, ...parts: readonly [height: number, length: number][]) =>
  parts.reduce((sum, [height, length]) => sum + (height * Math.sin((x / length) * Math.PI) * 2) / 3, 0)

/** WGS-84 as satellites give it → GCJ-02. */
export function shifted({ lng, lat }: Point): Point {
  const [x, y] = [lng - 105, lat - 35]
  const common = 0.1 * x * y
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    common +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(x) +
    slow(y, [20, 1], [40, 3]) +
    slow(y, [160, 12], [320, 30])
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    common +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(x) +
    slow(x, [20, 1], [40, 3]) +
    slow(x, [150, 12], [300, 30])
  const rad = (lat / 180) * Math.PI
  const magic = 1 - ECCENTRICITY * Math.sin(rad) ** 2
  return {
    lng: lng + (east * 180) / ((AXIS / Math.sqrt(magic)) * Math.cos(rad) * Math.PI),
    lat: lat + (north * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))) * Math.PI),
  }
}
