import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, test } from 'vitest'
import { openDesktopDoor } from './desktop-door.ts'
import { openDirectDoor } from './direct-door.ts'
import { doorCases, type OpenDoor } from './door-cases.ts'
import { openHttpDoorOf } from './http-door.ts'

const doors: Readonly<Record<string, (dataFolder: string) => Promise<OpenDoor>>> = {
  'the backend itself': openDirectDoor,
  'browser mode, over HTTP': openHttpDoorOf,
  'the desktop shell, over IPC': openDesktopDoor,
}

describe.each(Object.entries(doors))('%s', (_name, openDoor) => {
  let folder: string
  let door: OpenDoor
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-doors-'))
    door = await openDoor(folder)
  })
  afterEach(async () => {
    await door.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each(doorCases.map((doorCase) => [doorCase.name, doorCase] as const))('%s', (_case, { run }) => run(door))
})
