import fc from 'fast-check'

// What chance picks is the same in every run: whether a commit stands doesn't hang on luck. `CHANCE=7 npm test` tries
// another life; one that breaks is told as a story before it is mended.
const STEADY = 20_261_001
fc.configureGlobal({ seed: Number(process.env.CHANCE ?? STEADY) })
