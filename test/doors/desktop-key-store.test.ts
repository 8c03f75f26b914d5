// The book key of the built desktop app lies in the key store of the system; the same folder in browser mode needs the sheet.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientOf } from '../support/test-backend.ts'
import { openDesktopDoor } from './desktop-door.ts'
import { openDirectDoor } from './direct-door.ts'
import type { OpenDoor } from './door-cases.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-key-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function withDoor<Value>(
  open: (dataFolder: string) => Promise<OpenDoor>,
  work: (api: ReturnType<typeof clientOf>) => Promise<Value>,
): Promise<Value> {
  const door = await open(folder)
  try {
    return await work(clientOf(door))
  } finally {
    await door.close()
  }
}

test('the desktop app keeps the key in the key store; browser mode on the same folder opens it with the sheet', async () => {
  const groups = await withDoor(openDesktopDoor, async (api) => {
    await api.books.create({
      name: 'Stadsdorp Oosterweide',
      kind: 'vereniging',
      rolePattern: 'none',
      minGatheringsPerYear: 0,
      duesEnabled: false,
      accountingStart: null,
    })
    const sheet = await api.sealing.makeSheet({})
    expect(await api.sealing.state({})).toMatchObject({ holder: 'keyStore', keyStore: 'gnome_libsecret', works: true })
    return sheet.groups
  })
  expect(await readdir(folder)).not.toContain('sleutels')
  await withDoor(openDesktopDoor, async (api) => {
    expect(await api.sealing.state({})).toMatchObject({ state: 'open', holder: 'keyStore' })
  })
  await withDoor(openDirectDoor, async (api) => {
    const locked = { state: 'locked', locked: { reason: 'keyStoreChanged', sheet: true } }
    expect(await api.sealing.state({})).toMatchObject(locked)
    expect(await api.sealing.openBySheet({ line: groups.join(' ') })).toMatchObject({
      state: 'open',
      holder: 'keyFile',
    })
  })
  // Both ways stay: the desktop app still opens it by its own.
  await withDoor(openDesktopDoor, async (api) => {
    expect(await api.sealing.state({})).toMatchObject({ state: 'open' })
  })
})
