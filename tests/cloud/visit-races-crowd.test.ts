import { raceAll } from './visit-races-shuffled'

// A file of its own, so that it runs beside the others.
// Room for one is no other race than among sixty-four; of three, each is won as one is.
raceAll([[500, 1]], [3])
