import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
/** Of books, copies and uploads of a whole run; a container often has 64 MB there, which a browser needs itself. */
const room = 2 * 1024 ** 3

/**
 * Where tests make their folders: in memory where there is room for it. Each action of a book waits until it is on the disk, and a
 * third of the time of the tests was that; what they say does not depend on it.
 */
export function findFastFolder() {
  if (!existsSync(inMemory)) return tmpdir()
  const { bavail, bsize } = statfsSync(inMemory)
  return bavail * bsize > room ? inMemory : tmpdir()
}
