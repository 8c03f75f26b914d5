import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openDesktopDoor } from './desktop-door.ts'
import { openDirectDoor } from './direct-door.ts'
import { type DoorCase, doorCases, type OpenDoor } from './door-cases.ts'
import { openHttpDoorOf } from './http-door.ts'

const doors: Readonly<Record<string, (dataFolder: string) => Promise<OpenDoor>>> = {
  'the backend itself': openDirectDoor,
  'browser mode, over HTTP': openHttpDoorOf,
  'the desktop shell, over IPC': openDesktopDoor,
}

const named = (holds: (doorCase: DoorCase) => boolean) =>
  doorCases.filter(holds).map((doorCase) => [doorCase.name, doorCase] as const)

describe.each(Object.entries(doors))('%s', (_name, openDoor) => {
  let folder: string
  let door: OpenDoor

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-doors-'))
    door = await openDoor(folder)
  })
  afterAll(async () => {
    await door.close()
    await rm(folder, { recursive: true, force: true })
  })

  describe('without a book', () => {
    test.each(named((doorCase) => doorCase.withoutBook === true))('%s', (_case, { run }) => run(door))
  })

  describe('with a book', () => {
    test.each(named((doorCase) => doorCase.withoutBook !== true))('%s', (_case, { run }) => run(door))
  })
})
