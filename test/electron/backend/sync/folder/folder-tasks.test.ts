import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { doFolderTask } from '../../../../../electron/backend/sync/folder/folder-tasks.ts'

let root: string
const writer = 'a1a1a1a1'
const name = `d/${writer}/leden/00000001-${'0'.repeat(32)}.age`
const bytes = Buffer.from('the bytes')
const failed = (reason: string) => ({ kind: 'failed', reason })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'buurtboek-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (tools = {}) => doFolderTask({ kind: 'write', root, name, bytes, writer }, tools)
const read = (most = 100, tools = {}) => doFolderTask({ kind: 'read', root, name, most }, tools)

test('what is written is listed and read; nothing half is left beside it', async () => {
  expect(await write()).toEqual({ kind: 'done' })
  expect(await read()).toEqual({ kind: 'bytes', bytes })
  const listed = await doFolderTask({ kind: 'list', root, sizes: true })
  expect(listed).toEqual({ kind: 'listed', marker: null, entries: [[name, bytes.length]] })
  expect(readdirSync(join(root, `d/${writer}/leden`))).toHaveLength(1)
})

test('the marker is read along, and what other people put there is listed', async () => {
  writeFileSync(join(root, 'vault.json'), '{"vault":"1"}')
  writeFileSync(join(root, 'vakantie.jpg'), '')
  mkdirSync(join(root, 'm'))
  writeFileSync(join(root, 'm', '~$b2b2b2b2-1.tmp'), '')
  const listed = await doFolderTask({ kind: 'list', root, sizes: false })
  expect(listed).toEqual({ kind: 'listed', marker: '{"vault":"1"}', entries: [['vakantie.jpg', null]] })
})

test.each(['../outside', '/etc/passwd', 'd/../../x', `${name}/x`, 'j/12345678/../../x.age', 'd'])(
  'no name leads out of the folder: %s',
  async (other) => {
    expect(await doFolderTask({ kind: 'write', root, name: other, bytes, writer })).toEqual(failed('other'))
    expect(await doFolderTask({ kind: 'read', root, name: other, most: 100 })).toEqual(failed('other'))
    expect(await doFolderTask({ kind: 'remove', root, name: other })).toEqual(failed('other'))
    expect(readdirSync(root)).toEqual([])
  },
)

describe('what is no plain file of its own', () => {
  beforeEach(async () => {
    await write()
    writeFileSync(join(root, 'secret'), 'of this user')
    rmSync(join(root, name))
  })

  test('a link to another file is not followed', async () => {
    symlinkSync(join(root, 'secret'), join(root, name))
    expect(await read()).toEqual(failed('notPlain'))
    expect(await doFolderTask({ kind: 'list', root, sizes: true })).toMatchObject({
      entries: expect.arrayContaining([[name, -1]]),
    })
  })

  test('a second name of another file is not read', async () => {
    linkSync(join(root, 'secret'), join(root, name))
    expect(await read()).toEqual(failed('notPlain'))
  })

  test('writing goes in the place of a link, never through it', async () => {
    symlinkSync(join(root, 'secret'), join(root, name))
    expect(await write()).toEqual({ kind: 'done' })
    expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('of this user')
    expect(await read()).toEqual({ kind: 'bytes', bytes })
  })
})

test('more than was asked for is not read', async () => {
  await write()
  expect(await read(bytes.length - 1)).toEqual(failed('tooLarge'))
})

test('a file that is only at the provider is not waited for', async () => {
  await write()
  const lstat = async (path: string) => Object.assign(await files.lstat(path), { blocks: 0 })
  const tools = { fileSystem: { ...files, lstat }, platform: 'darwin' }
  expect(await read(100, tools)).toEqual(failed('notHere'))
})

test.each([
  ['ENOENT', 'missing'],
  ['EBUSY', 'busy'],
  ['EDEADLK', 'notHere'],
  ['EAGAIN', 'notHere'],
  ['EIO', 'other'],
] as const)('%s is %s', async (code, reason) => {
  const lstat = async () => Promise.reject(Object.assign(new Error(code), { code }))
  expect(await read(100, { fileSystem: { ...files, lstat } })).toEqual(failed(reason))
})

describe('another program holds the name', () => {
  const holdFor = (times: number) => {
    let left = times
    return async (from: string, to: string) => {
      left -= 1
      if (left >= 0) throw Object.assign(new Error('held'), { code: 'EPERM' })
      await files.rename(from, to)
    }
  }

  test('for a moment: it is tried again', async () => {
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    expect(await write({ fileSystem: { ...files, rename: holdFor(3) }, wait })).toEqual({ kind: 'done' })
    expect(waits).toEqual([100, 200, 300])
  })

  test('on and on: the name is written in place, because its hash says whether it is whole', async () => {
    const tools = { fileSystem: { ...files, rename: holdFor(99) }, wait: async () => undefined }
    expect(await write(tools)).toEqual({ kind: 'done' })
    expect(await read()).toEqual({ kind: 'bytes', bytes })
    expect(readdirSync(join(root, `d/${writer}/leden`))).toHaveLength(1)
  })
})

test('a full disk is told as such, and leaves nothing half', async () => {
  const open: typeof files.open = async (path, flags, mode) => {
    const handle = await files.open(path, flags, mode)
    const writeFile = async () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    return Object.assign(handle, { writeFile })
  }
  expect(await write({ fileSystem: { ...files, open } })).toEqual(failed('full'))
  expect(readdirSync(join(root, `d/${writer}/leden`))).toEqual([])
})

test('half-written files of this PC are taken away, those of others are not', async () => {
  await write()
  const [own, others] = [`~$${writer}-00.tmp`, '~$b2b2b2b2-00.tmp']
  mkdirSync(join(root, 's'))
  for (const left of [own, others]) writeFileSync(join(root, 's', left), '')
  await doFolderTask({ kind: 'tidy', root, writer })
  expect(readdirSync(join(root, 's'))).toEqual([others])
  expect(await read()).toEqual({ kind: 'bytes', bytes })
})

test('a folder that is not there is missing', async () => {
  const request = { kind: 'list', root: join(root, 'gone'), sizes: false } as const
  expect(await doFolderTask(request)).toEqual(failed('missing'))
})
