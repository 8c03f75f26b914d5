// What the folder process does: list, read, write, remove. The folder belongs to a provider's program and to other people's PCs: every
// name is checked again here, links are not followed, sizes are limits, times of files are never looked at, and what another program
// holds for a moment is tried again.
import { randomBytes } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import * as files from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderAnswer, FolderFailure, FolderRequest } from '../../capabilities.ts'
import { syncFolder } from '../../database/durable-replace.ts'
import { parseName, scopes } from '../format/file-names.ts'

export interface FolderTools {
  readonly fileSystem?: Pick<typeof files, 'open' | 'rename' | 'rm' | 'readdir' | 'lstat' | 'mkdir'>
  /** Waits between two tries. */
  readonly wait?: (milliseconds: number) => Promise<void>
  readonly platform?: NodeJS.Platform
}

/** The file that says which book the folder is of. */
export const markerName = 'vault.json'
export const readmeName = 'LEESMIJ.txt'
/** Invitations and answers, by the short name of an invitation. */
const letterPattern = /^j\/[0-9a-f]{8}\/[a-z]{1,20}\.age$/

const longestMarker = 1000
const mostNames = 20_000
const mostTries = 10
const pauseStep = 100

export async function doFolderTask(request: FolderRequest, tools: FolderTools = {}): Promise<FolderAnswer> {
  try {
    switch (request.kind) {
      case 'list':
        return await list(request.root, request.sizes, tools)
      case 'read':
        return await read(pathOf(request), request.most, tools)
      case 'write':
        return await write(pathOf(request), request.bytes, request.writer, tools)
      case 'remove':
        return await remove(pathOf(request), tools)
      case 'tidy':
        return await tidy(request.root, request.writer, tools)
    }
  } catch (error) {
    return { kind: 'failed', reason: failureOf(error) }
  }
}

/** Only names of ours, so that nothing outside of the folder can ever be meant. */
function pathOf({ root, name }: { readonly root: string; readonly name: string }): string {
  const isOurs = parseName(name) || letterPattern.test(name) || name === markerName || name === readmeName
  if (!isOurs) throw Object.assign(new Error('not a name of ours'), { code: 'EINVAL' })
  return join(root, name)
}

async function list(root: string, sizes: boolean, { fileSystem = files }: FolderTools): Promise<FolderAnswer> {
  // The folder itself must be there; what is in it may not be yet.
  const top = await fileSystem.readdir(root, { withFileTypes: true })
  const marker = top.some(({ name }) => name === markerName) ? await readMarker(root, fileSystem) : null
  const names = top.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  for (const folder of ['m', 's', 'd', 'j']) {
    if (!top.some((entry) => entry.name === folder && entry.isDirectory())) continue
    for (const entry of await entriesOf(join(root, folder), fileSystem)) {
      if (!entry.isDirectory()) names.push(`${folder}/${entry.name}`)
      else if (folder === 'd' || folder === 'j')
        names.push(...(await below(root, `${folder}/${entry.name}`, fileSystem)))
    }
  }
  const shown = names.filter((name) => !isTemporary(name) && name !== markerName && name !== readmeName)
  const entries: [string, number | null][] = []
  for (const name of shown.slice(0, mostNames))
    entries.push([name, sizes ? await sizeOf(join(root, name), fileSystem) : null])
  return { kind: 'listed', marker, entries }
}

async function below(root: string, folder: string, fileSystem: typeof files | NonNullable<FolderTools['fileSystem']>) {
  const names: string[] = []
  for (const entry of await entriesOf(join(root, folder), fileSystem)) {
    const name = `${folder}/${entry.name}`
    if (!entry.isDirectory()) names.push(name)
    else if (scopes.some((scope) => scope === entry.name))
      for (const inner of await entriesOf(join(root, name), fileSystem)) names.push(`${name}/${inner.name}`)
  }
  return names
}

async function entriesOf(folder: string, { readdir }: Pick<typeof files, 'readdir'>): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // A folder that went while we looked is looked at again next time.
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function sizeOf(path: string, { lstat }: Pick<typeof files, 'lstat'>): Promise<number | null> {
  try {
    const found = await lstat(path)
    return found.isFile() ? found.size : -1
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function readMarker(root: string, fileSystem: Pick<typeof files, 'open' | 'lstat'>): Promise<string | null> {
  const answer = await read(join(root, markerName), longestMarker, { fileSystem: { ...files, ...fileSystem } })
  return answer.kind === 'bytes' ? Buffer.from(answer.bytes).toString('utf8') : null
}

async function read(path: string, most: number, { fileSystem = files, platform = process.platform }: FolderTools) {
  const found = await fileSystem.lstat(path)
  // Somebody who may write into the folder could lay a link to another file of this user here.
  if (!found.isFile() || found.nlink > 1) return failed('notPlain')
  if (found.size > most) return failed('tooLarge')
  // On macOS a file that is only at the provider has a size and no blocks; to read it waits for the network, maybe for ever.
  if (platform === 'darwin' && found.size > 0 && found.blocks === 0) return failed('notHere')
  const handle = await fileSystem.open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const bytes = Buffer.alloc(found.size)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return { kind: 'bytes', bytes: bytes.subarray(0, length) } as const
  } finally {
    await handle.close()
  }
}

/** Beside its place, to the disk, then to its name: nobody sees half a file. */
async function write(path: string, bytes: Uint8Array, writer: string, tools: FolderTools): Promise<FolderAnswer> {
  const { fileSystem = files, platform = process.platform } = tools
  const folder = dirname(path)
  await fileSystem.mkdir(folder, { recursive: true })
  // A name that the programs of the providers leave alone.
  const temporary = join(folder, `~$${writer}-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeWhole(temporary, bytes, constants.O_EXCL, fileSystem)
    await stubbornly(() => fileSystem.rename(temporary, path), tools)
  } catch (error) {
    await fileSystem.rm(temporary, { force: true })
    if (!isBusy(error)) throw error
    // Somebody holds the name on and on. Written in place it may be seen half, and then its hash says so.
    await writeWhole(path, bytes, constants.O_TRUNC, fileSystem)
  }
  await syncFolder(folder, fileSystem, platform)
  return { kind: 'done' }
}

async function writeWhole(path: string, bytes: Uint8Array, how: number, { open }: Pick<typeof files, 'open'>) {
  const flags = constants.O_WRONLY | constants.O_CREAT | how | (constants.O_NOFOLLOW ?? 0)
  const handle = await open(path, flags, 0o666)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function remove(path: string, tools: FolderTools): Promise<FolderAnswer> {
  const { fileSystem = files } = tools
  await stubbornly(() => fileSystem.rm(path, { force: true }), tools)
  return { kind: 'done' }
}

async function tidy(root: string, writer: string, tools: FolderTools): Promise<FolderAnswer> {
  const { fileSystem = files } = tools
  const folders = ['', 'm', 's', ...scopes.map((scope) => `d/${writer}/${scope}`)]
  for (const folder of folders)
    for (const { name } of await entriesOf(join(root, folder), fileSystem))
      if (name.startsWith(`~$${writer}-`) && isTemporary(name)) await remove(join(root, folder, name), tools)
  return { kind: 'done' }
}

async function stubbornly(work: () => Promise<void>, { wait = pause }: FolderTools): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === mostTries || !isBusy(error)) throw error
      await wait(attempt * pauseStep)
    }
  }
}

const isTemporary = (name: string) => /(?:^|\/)~\$[^/]*\.tmp$/.test(name)
const failed = (reason: FolderFailure) => ({ kind: 'failed', reason }) as const
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isBusy = (error: unknown) => ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))

function failureOf(error: unknown): FolderFailure {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing'
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return 'busy'
    case 'EDEADLK':
    case 'EAGAIN':
      return 'notHere'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full'
    case 'EROFS':
      return 'denied'
    case 'ELOOP':
    case 'EISDIR':
      return 'notPlain'
    default:
      return 'other'
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
