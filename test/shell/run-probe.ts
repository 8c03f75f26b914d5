// Runs the probe on a built shell and gives back what it saw.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const here = import.meta.dirname
const standIn = ['--import', path.join(here, 'register.mjs')]
const electronTypes = path.join(here, '../../node_modules/electron/electron.d.ts')

export interface ProbeOptions {
  readonly out: string
  readonly what?: 'shell' | 'journey' | 'crash' | 'stopped' | 'second' | 'updates'
  readonly backend?: 'echo' | 'real' | 'broken'
  readonly lock?: boolean
  readonly packaged?: boolean
  readonly language?: string
  /** Contents of app-update.yml beside the packaged app. */
  readonly feed?: string
  /** Switches on the command line, without dashes. */
  readonly switches?: readonly string[]
}

export type Facts = Awaited<ReturnType<typeof runProbe>>

/** Rejects, with what was printed, when the shell did something that Electron would refuse. */
export async function runProbe({ out, what = 'shell', feed, ...settings }: ProbeOptions) {
  const userData = mkdtempSync(path.join(tmpdir(), 'buurtboek-shell-'))
  writeFileSync(path.join(userData, 'program.exe'), 'MZ')
  if (feed !== undefined) writeFileSync(path.join(userData, 'app-update.yml'), feed)
  try {
    const args = [...standIn, path.join(here, 'probe-once.mjs'), out, what, electronTypes]
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: {
        ...process.env,
        FAKE_ELECTRON: JSON.stringify({ userData, ...settings }),
        ...(feed === undefined
          ? {}
          : { FAKE_RESOURCES: userData, APPIMAGE: path.join(userData, 'Buurtboek.AppImage') }),
      },
      timeout: 60_000,
      maxBuffer: 16 * 1024 * 1024,
    })
    const line = stdout.split('\n').find((text) => text.startsWith('FACTS '))
    if (!line) throw new Error(`the probe said nothing: ${stdout}`)
    return { userData, ...JSON.parse(line.slice('FACTS '.length)) }
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
}

/** What the probe saw of each of these shells, asked one after the other in one process; an error where Electron would refuse. */
export async function probeEach(shells: readonly string[]): Promise<(Facts | Error)[]> {
  const args = [...standIn, path.join(here, 'probe-each.mjs'), 'shell', electronTypes, ...shells]
  const limits = { timeout: 120_000, maxBuffer: 256 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(process.execPath, args, limits)
  const said = stdout.trimEnd().split('\n')
  if (said.length !== shells.length) throw new Error(`${shells.length} shells, and word of ${said.length}`)
  return said.map((line) => {
    const { userData, facts, error } = JSON.parse(line)
    return facts ? { userData, ...facts } : new Error(error)
  })
}
