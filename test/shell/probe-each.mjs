// node --import ./test/shell/register.mjs test/shell/probe-each.mjs <what> <types of Electron> <out folder> ...: probes one built shell
// after the other in this process, for most of a probe is starting one. Says a line of JSON for each: its facts, or what went wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const uncaught = ['uncaughtException', 'unhandledRejection']
const [what, electronTypes, ...shells] = process.argv.slice(2)

for (const [index, out] of shells.entries()) {
  const userData = mkdtempSync(path.join(tmpdir(), 'buurtboek-shell-'))
  writeFileSync(path.join(userData, 'program.exe'), 'MZ')
  process.env.FAKE_ELECTRON = JSON.stringify({ userData })
  process.argv.splice(2, Number.POSITIVE_INFINITY, out, what, electronTypes)
  const said = await Promise.race([askShell(index), whatNobodyCaught()])
  // From here on it is an error of ours.
  for (const event of uncaught) process.removeAllListeners(event)
  await new Promise((resolve) => process.stdout.write(`${JSON.stringify({ userData, ...said })}\n`, resolve))
  rmSync(userData, { recursive: true, force: true })
}
process.exit(0)

async function askShell(index) {
  try {
    const { probe } = await import(`./probe.mjs?shell=${index}`)
    return { facts: await probe(what) }
  } catch (error) {
    return { error: String(error?.stack ?? error) }
  }
}

/** What would have ended a process of its own. */
function whatNobodyCaught() {
  const caught = Promise.withResolvers()
  const tell = (error) => caught.resolve({ error: String(error?.stack ?? error) })
  for (const event of uncaught) process.on(event, tell)
  return caught.promise
}
