// The one way Buurtboek writes a file of the user: write, fsync, close, rename, fsync of the folder. Any shorter order was
// seen to lose or halve the file when the power went. Virus scanners and cloud programs hold files for a moment: renaming is tried again.
import { constants } from 'node:fs'
import * as files from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What of the file system is used here; a test puts a stubborn one in its place. */
export interface FileSystem {
  readonly open: typeof files.open
  readonly rename: typeof files.rename
  readonly rm: typeof files.rm
}

export interface ReplaceOptions {
  readonly fileSystem?: FileSystem
  /** Waits this many milliseconds between two tries. */
  readonly wait?: (milliseconds: number) => Promise<void>
  readonly platform?: NodeJS.Platform
}

const busyCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
const renameTries = 10
/** 50 + 100 + 150 ... over nine pauses is 2.25 s; together with slow answers it stays within 5 s. */
const pauseStep = 50

const running = new Map<string, Promise<void>>()
let serial = 0

/**
 * Puts `content` in the place of `file`, whole or not at all. `content` is the new content, or `{ temporary }`: a complete file in
 * the same folder. After an error the old file is as it was, and a given temporary file is still there; but for an error of the
 * folder at the very end, when the new one is in its place and may not outlast a power cut.
 */
export async function durableReplace(
  file: string,
  content: string | Uint8Array | { readonly temporary: string },
  options: ReplaceOptions = {},
): Promise<void> {
  // Two writers of one file wait for each other: the last one asked is the last one written.
  const before = running.get(file) ?? Promise.resolve()
  const mine = before.then(() => replace(file, content, options))
  const settled = mine.catch(() => undefined)
  running.set(file, settled)
  try {
    await mine
  } finally {
    if (running.get(file) === settled) running.delete(file)
  }
}

async function replace(
  file: string,
  content: string | Uint8Array | { readonly temporary: string },
  options: ReplaceOptions,
): Promise<void> {
  const fileSystem = options.fileSystem ?? files
  if (typeof content === 'object' && 'temporary' in content) {
    await syncFile(content.temporary, fileSystem)
    await renameStubbornly(content.temporary, file, fileSystem, options)
  } else {
    serial += 1
    const temporary = join(dirname(file), `.${basename(file)}.${process.pid}-${serial}.tmp`)
    try {
      await writeNew(temporary, content, fileSystem)
      await renameStubbornly(temporary, file, fileSystem, options)
    } catch (error) {
      await fileSystem.rm(temporary, { force: true })
      throw error
    }
  }
  await syncFolder(dirname(file), fileSystem, options.platform ?? process.platform)
}

async function writeNew(file: string, content: string | Uint8Array, fileSystem: FileSystem): Promise<void> {
  // O_EXCL: never through a link that somebody put there.
  const handle = await fileSystem.open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFile(file: string, fileSystem: FileSystem): Promise<void> {
  const handle = await fileSystem.open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function renameStubbornly(
  from: string,
  to: string,
  fileSystem: FileSystem,
  { wait = pause }: ReplaceOptions,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fileSystem.rename(from, to)
      return
    } catch (error) {
      if (attempt === renameTries || !hasCode(error, busyCodes)) throw error
      await wait(attempt * pauseStep)
    }
  }
}

/** What disks of other computers, and some sticks, answer that know no sync of a folder. */
const unknownCodes = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/** Makes a rename, a new name or a removal in `folder` last. Windows and some file systems have no such call; more cannot be done there. */
export async function syncFolder(
  folder: string,
  fileSystem: Pick<FileSystem, 'open'> = files,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  if (platform === 'win32') return
  const handle = await fileSystem.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!hasCode(error, unknownCodes)) throw error
  } finally {
    await handle.close()
  }
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.has(error.code)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
