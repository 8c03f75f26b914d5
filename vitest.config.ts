import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { findFastFolder } from './scripts/memory-folder.mjs'

/**
 * The figures and benches in their short forms, and what starts programs, take long for their size: when they come last, one
 * worker waits for the other.
 */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const takesLong = ({ moduleId }: TestSpecification) => /\/test\/(?:bench|doors|figures|shell)\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(takesLong), ...sorted.filter((file) => !takesLong(file))]
  }
}

export default defineConfig({
  test: {
    // The machine this must be quick on has two cores; left alone, vitest keeps one of them free.
    maxWorkers: 2,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // The users' own zone, with its clock changes; dates are days, so no test may depend on the builder's.
          env: {
            TZ: 'Europe/Amsterdam',
            TMPDIR: findFastFolder(),
            // For what is measured against a disk.
            DISK_FOLDER: tmpdir(),
            // Programs that tests start read what others before them have compiled.
            NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, 'node_modules/.cache/compiled'),
          },
          // better-sqlite3 is a native addon: processes, not threads.
          pool: 'forks',
          // No test may lean on a fresh module: nothing in the backend is kept beside the context it is given. Reading every
          // module again for each file took two thirds of the time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
