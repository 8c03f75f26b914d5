// Checking a whole file costs more than drawing the first screen, and reading a damaged file harms nothing. So a book that opens
// without a complaint is shown first and checked right after: when the window is quiet, at the latest before the first write.
import type { OpenedFile, OpenProblem } from '../database/open-database.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface WholeCheck {
  /** Checks now unless that was done. Throws RuleBroken `bookDamaged`; `onDamage` has then been called. */
  assertWhole(): void
  /** Somebody asked something: the check waits until it is quiet again. */
  wait(): void
  stop(): void
}

/** Without a question for this long the first screen is there. */
const quietMs = 500
/** Longer than a start takes; a window that never stops asking does not put it off for ever. */
const latestMs = 5000

/** `onWhole` runs once, after the check and never within somebody's write. */
export function createWholeCheck(
  file: OpenedFile,
  onDamage: (problem: OpenProblem) => void,
  onWhole: () => void = () => undefined,
): WholeCheck {
  const openedAt = performance.now()
  let state: 'unknown' | 'whole' | 'damaged' = 'unknown'
  let timer = setTimeout(checkInQuiet, latestMs).unref()

  function check(): void {
    if (state !== 'unknown') return
    clearTimeout(timer)
    if (!file.raw.open) return
    const problem = file.check()
    state = problem ? 'damaged' : 'whole'
    if (problem) onDamage(problem)
    else timer = setTimeout(onWhole, 0).unref()
  }

  function checkInQuiet(): void {
    try {
      check()
    } catch {
      // A disk that does not answer now says nothing about the file: the next moment of quiet, or the first write, asks again and tells it.
    }
  }

  return {
    assertWhole() {
      check()
      if (state === 'damaged') throw new RuleBroken('bookDamaged')
    },
    wait() {
      if (state !== 'unknown') return
      clearTimeout(timer)
      timer = setTimeout(
        checkInQuiet,
        Math.max(0, Math.min(quietMs, latestMs - (performance.now() - openedAt))),
      ).unref()
    },
    stop: () => clearTimeout(timer),
  }
}
