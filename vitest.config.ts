import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The machine this must be quick on has two cores; left alone, vitest keeps one of them free.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // The users' own zone, with its clock changes; dates are days, so no test may depend on the builder's.
          env: { TZ: 'Europe/Amsterdam' },
          // better-sqlite3 is a native addon: processes, not threads.
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
