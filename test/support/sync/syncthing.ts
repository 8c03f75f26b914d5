// Two Syncthing programs that carry one folder between two PCs: a real client, with its temporary names, its order and its own marker.
// They know each other by address alone and listen on this computer only: no discovery, no relays, no reports, no updates.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

interface Syncthing {
  /** The folder as each of the two has it. */
  readonly folders: readonly [string, string]
  /** Until both have the same files. Which side wrote does not matter. */
  readonly carry: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Side {
  readonly home: string
  readonly folder: string
  readonly id: string
  readonly listen: number
  readonly rest: number
  readonly key: string
}

const run = promisify(execFile)
const longestMs = 60_000

export const hasSyncthing = (): Promise<boolean> =>
  run('syncthing', ['--version']).then(
    () => true,
    () => false,
  )

export async function startSyncthing(): Promise<Syncthing> {
  const root = await mkdtemp(join(tmpdir(), 'buurtboek-syncthing-'))
  const sides = await Promise.all(['een', 'twee'].map((name) => makeSide(join(root, name))))
  const [one, two] = sides
  if (!one || !two) throw new Error('there are two sides')
  for (const side of sides) await writeFile(join(side.home, 'config.xml'), configOf(side, sides), { mode: 0o600 })
  const programs = sides.map(start)
  const close = async () => {
    await Promise.all(programs.map(end))
    await rm(root, { recursive: true, force: true })
  }
  const carry = async () => {
    // Told to look, so that nobody waits for its own rhythm.
    for (const side of sides) await ask(side, 'POST', '/rest/db/scan?folder=buurt')
    await until(async () => String(await filesIn(one.folder)) === String(await filesIn(two.folder)))
  }
  try {
    for (const side of sides) await until(() => isConnected(side))
  } catch (error) {
    await close()
    throw error
  }
  return { folders: [one.folder, two.folder], carry, close }
}

async function makeSide(home: string): Promise<Side> {
  const folder = join(home, 'map')
  await mkdir(folder, { recursive: true })
  await run('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'])
  const { stdout } = await run('syncthing', ['serve', `--home=${home}`, '--device-id'])
  const [listen, rest] = [await freePort(), await freePort()]
  return { home, folder, id: stdout.trim(), listen, rest, key: randomBytes(16).toString('hex') }
}

function configOf({ folder, listen, rest, key }: Side, sides: readonly Side[]): string {
  const devices = sides.map(
    (side) =>
      `<device id="${side.id}" name="pc" compression="never"><address>tcp4://127.0.0.1:${side.listen}</address></device>`,
  )
  const members = sides.map((side) => `<device id="${side.id}"></device>`)
  return `<configuration version="36">
  <folder id="buurt" label="buurt" path="${folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">${members.join('')}</folder>
  ${devices.join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${rest}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>tcp4://127.0.0.1:${listen}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
  </options>
</configuration>
`
}

function start({ home }: Side): ChildProcess {
  return spawn('syncthing', ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'], {
    env: { ...process.env, HOME: home, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1' },
    stdio: 'ignore',
  })
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
}

async function isConnected(side: Side): Promise<boolean> {
  const { connections } = (await ask(side, 'GET', '/rest/system/connections')) as {
    connections?: Record<string, { connected: boolean }>
  } // as its documentation says
  return Object.values(connections ?? {}).some(({ connected }) => connected)
}

/** undefined while it does not listen yet. */
async function ask({ rest, key }: Side, method: string, path: string): Promise<object> {
  try {
    const answer = await fetch(`http://127.0.0.1:${rest}${path}`, { method, headers: { 'X-API-Key': key } })
    const text = await answer.text()
    return answer.ok && text.startsWith('{') ? JSON.parse(text) : {}
  } catch {
    return {}
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + longestMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('Syncthing did not carry the folder over in time')
    await pause(50)
  }
}

/** Names and sizes of what is there for whoever looks: not its own marker, nor what is still arriving. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/[/]\.st/.test(`${entry.parentPath}/`))
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name)
      const { size } = await stat(file).catch(() => ({ size: -1 }))
      return `${file.slice(folder.length)} ${size}`
    }),
  )
  return found.sort()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
