import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { chromium } from './tests/support/chromium'

// Two cores: more workers than that only take turns. Processes, because the store's driver is native code. A process
// takes one file after the other with the modules it has: a file leaves behind nothing that another could trip over.
// Threads begin anew with every file; whether they do can't be said for one project alone (vitest 3.2).
const pool = {
  pool: 'forks' as const,
  poolOptions: {
    forks: { maxForks: 2, minForks: 1, isolate: false },
    threads: { maxThreads: 2, minThreads: 1, isolate: true },
  },
}

// How long something takes is no check of ours: this only ends what would never end, on however busy a machine.
const patient = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } }

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  test: {
    ...pool,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['tests/support/chance.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/browser/**', 'tests/weapp/**'],
          ...patient,
        },
      },
      {
        extends: true,
        test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], ...patient },
      },
      {
        extends: true,
        // Each file drives a phone of its own, whose framework keeps its pages for good.
        test: {
          name: 'weapp',
          include: ['tests/weapp/**/*.test.ts'],
          pool: 'threads',
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          env: { CHROMIUM: chromium() ?? '' },
          ...patient,
          // On a busy machine a page now and then comes late; what is broken fails twice.
          retry: 1,
        },
      },
    ],
  },
})
