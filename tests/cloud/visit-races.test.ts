import { raceAll } from './visit-races-shuffled'

raceAll([
  [2, 4],
  [8, 3],
  [64, 1],
])
