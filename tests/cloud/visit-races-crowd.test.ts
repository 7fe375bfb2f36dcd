import { raceAll } from './visit-races-shuffled'

// A file of its own, so that it runs beside the others.
raceAll([[500, 1]])
