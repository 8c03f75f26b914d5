import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/find-chromium.mjs'

/** A stand-in for a screen: the browser a program would open without one, and to be looked into. Answers its file in `folder`. */
export function writeHeadlessBrowser(folder: string): string {
  const file = join(folder, 'headless-browser')
  const script = `#!/bin/sh\nexec "${findBrowser()}" --headless=new --disable-gpu --remote-debugging-port=0 "$@"\n`
  writeFileSync(file, script, { mode: 0o700 })
  return file
}
