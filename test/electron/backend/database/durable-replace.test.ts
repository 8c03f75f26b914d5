import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../../electron/backend/database/durable-replace.ts'
import { durableReplace } from '../../../../electron/backend/database/durable-replace.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await files.mkdtemp(join(tmpdir(), 'buurtboek-replace-'))
  file = join(folder, 'voorkeuren.json')
})
afterEach(() => files.rm(folder, { recursive: true, force: true }))

const content = () => files.readFile(file, 'utf8')
const noWait = async () => undefined

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** The real file system, writing down what is asked of it, with faults put in. */
function watched(
  steps: string[],
  faults: { rename?: (count: number) => string | undefined; sync?: string; syncFolder?: string; write?: string } = {},
) {
  let renames = 0
  const fileSystem: FileSystem = {
    rm: files.rm,
    async rename(from, to) {
      renames += 1
      const code = faults.rename?.(renames)
      steps.push(code ? `rename ${code}` : 'rename')
      if (code) throw failure(code)
      await files.rename(from, to)
    },
    open: (async (path: string, flags: string | number, mode?: number) => {
      const handle = await files.open(path, flags, mode)
      const what = (await handle.stat()).isDirectory() ? 'folder' : 'file'
      return new Proxy(handle, {
        get(target, key) {
          if (key === 'sync')
            return async () => {
              steps.push(`sync ${what}`)
              if (faults.sync && what === 'file') throw failure(faults.sync)
              if (faults.syncFolder && what === 'folder') throw failure(faults.syncFolder)
              await target.sync()
            }
          if (key === 'writeFile')
            return async (value: string) => {
              steps.push('write')
              if (faults.write) throw failure(faults.write)
              await target.writeFile(value)
            }
          if (key === 'close')
            return async () => {
              steps.push(`close ${what}`)
              await target.close()
            }
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    }) as typeof files.open,
  }
  return fileSystem
}

describe('durableReplace', () => {
  it('writes, syncs, closes, renames and syncs the folder, in this order', async () => {
    const steps: string[] = []
    await durableReplace(file, 'nieuw', { fileSystem: watched(steps), platform: 'linux' })
    expect(steps).toEqual(['write', 'sync file', 'close file', 'rename', 'sync folder', 'close folder'])
    expect(await content()).toBe('nieuw')
    expect((await files.stat(file)).mode & 0o777).toBe(0o600)
  })

  it('does not sync the folder where that does not exist', async () => {
    const steps: string[] = []
    await durableReplace(file, 'nieuw', { fileSystem: watched(steps), platform: 'win32' })
    expect(steps.at(-1)).toBe('rename')
  })

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a program that holds the file (%s)', async (code) => {
    const steps: string[] = []
    const waited: number[] = []
    const fileSystem = watched(steps, { rename: (count) => (count < 8 ? code : undefined) })
    await durableReplace(file, 'nieuw', { fileSystem, wait: async (milliseconds) => void waited.push(milliseconds) })
    expect(await content()).toBe('nieuw')
    expect(waited).toHaveLength(7)
    expect(waited.reduce((sum, one) => sum + one)).toBeLessThan(5000)
  })

  it('gives up after ten tries and leaves the old file as it was', async () => {
    await files.writeFile(file, 'oud')
    const steps: string[] = []
    const fileSystem = watched(steps, { rename: () => 'EBUSY' })
    await expect(durableReplace(file, 'nieuw', { fileSystem, wait: noWait })).rejects.toMatchObject({ code: 'EBUSY' })
    expect(steps.filter((step) => step.startsWith('rename'))).toHaveLength(10)
    expect(await content()).toBe('oud')
    expect(await files.readdir(folder)).toEqual(['voorkeuren.json'])
  })

  it('keeps a given temporary file when it cannot be put in place: then there are both', async () => {
    await files.writeFile(file, 'oud')
    const temporary = join(folder, 'klaar.tmp')
    await files.writeFile(temporary, 'nieuw')
    const fileSystem = watched([], { rename: () => 'EPERM' })
    await expect(durableReplace(file, { temporary }, { fileSystem, wait: noWait })).rejects.toMatchObject({
      code: 'EPERM',
    })
    expect([await content(), await files.readFile(temporary, 'utf8')]).toEqual(['oud', 'nieuw'])
  })

  it.each([
    ['the disk is full', { write: 'ENOSPC' }],
    ['the disk does not confirm', { sync: 'EIO' }],
  ])('never renames when %s', async (_when, faults) => {
    await files.writeFile(file, 'oud')
    const steps: string[] = []
    await expect(durableReplace(file, 'nieuw', { fileSystem: watched(steps, faults) })).rejects.toThrow()
    expect(steps).not.toContain('rename')
    expect(await content()).toBe('oud')
    expect(await files.readdir(folder)).toEqual(['voorkeuren.json'])
  })

  it.each(['EINVAL', 'ENOTSUP'])('is done where the disk knows no sync of a folder (%s)', async (code) => {
    const fileSystem = watched([], { syncFolder: code })
    await durableReplace(file, 'nieuw', { fileSystem, platform: 'linux' })
    expect(await content()).toBe('nieuw')
  })

  it('tells of a folder that the disk could not confirm', async () => {
    const fileSystem = watched([], { syncFolder: 'EIO' })
    await expect(durableReplace(file, 'nieuw', { fileSystem, platform: 'linux' })).rejects.toMatchObject({
      code: 'EIO',
    })
  })

  it('lets the last of many writers win, with a whole file', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => durableReplace(file, `${index} `.repeat(1000))))
    expect(await content()).toBe('19 '.repeat(1000))
    expect(await files.readdir(folder)).toEqual(['voorkeuren.json'])
  })
})
