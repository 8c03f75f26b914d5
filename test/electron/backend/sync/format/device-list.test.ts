import { describe, expect, test } from 'vitest'
import {
  type DeviceEntry,
  type DeviceList,
  type KnownList,
  maySign,
  resolveLists,
} from '../../../../../electron/backend/sync/format/device-list.ts'

const entry = (id: string, change: Partial<DeviceEntry> = {}): DeviceEntry => ({
  id,
  name: `pc ${id}`,
  recipient: `age1${'q'.repeat(58)}`,
  signKey: `${'A'.repeat(43)}=`,
  scopes: ['leden', 'zorg'],
  admin: true,
  ...change,
})

const content = (devices: readonly DeviceEntry[], removed: readonly string[] = []): DeviceList => ({
  devices: [...devices],
  removed: removed.map((id) => ({ ...entry(id), cut: { leden: 5 } })),
  sheet: `age1${'p'.repeat(58)}`,
  root: `${'B'.repeat(43)}=`,
})

const list = (version: number, hash: string, prev: string[], signer: string, of: DeviceList): KnownList => ({
  ...{ version, hash, prev, signer },
  content: of,
})

const [anna, bert, carla] = [entry('a1'), entry('b2'), entry('c3', { admin: false })]
const first = list(1, '01', [], 'a1', content([anna, bert]))
const idsOf = (lists: readonly KnownList[]) => resolveLists(lists)?.devices.map(({ id }) => id)

describe('which list holds', () => {
  test('the last of a chain', () => {
    const second = list(2, '02', ['01'], 'a1', content([anna, bert, carla]))
    expect(idsOf([first, second])).toEqual(['a1', 'b2', 'c3'])
    expect(resolveLists([second, first])).toMatchObject({ version: 2, heads: ['02'], disputed: false })
  })

  test('of two at once: everybody who was added by either', () => {
    const withCarla = list(2, '02', ['01'], 'a1', content([anna, bert, carla]))
    const withDirk = list(2, '03', ['01'], 'b2', content([anna, bert, entry('d4')]))
    expect(idsOf([first, withCarla, withDirk])?.sort()).toEqual(['a1', 'b2', 'c3', 'd4'])
    expect(idsOf([withDirk, withCarla, first])?.sort()).toEqual(['a1', 'b2', 'c3', 'd4'])
  })

  test('of two at once, one of which takes somebody off: taken off is taken off', () => {
    const base = list(2, '02', ['01'], 'a1', content([anna, bert, carla]))
    const without = list(3, '03', ['02'], 'a1', content([anna, bert], ['c3']))
    const more = list(3, '04', ['02'], 'b2', content([anna, bert, carla, entry('d4')]))
    expect(idsOf([first, base, without, more])?.sort()).toEqual(['a1', 'b2', 'd4'])
  })

  test('who was taken off brings nobody else in by going on from the list before', () => {
    const withoutBert = list(2, '02', ['01'], 'a1', content([anna], ['b2']))
    const byBert = list(2, '03', ['01'], 'b2', content([anna, bert, entry('e5')]))
    expect(idsOf([first, withoutBert, byBert])).toEqual(['a1'])
  })

  test('two who take each other off: nobody decides that but the sheet', () => {
    const withoutBert = list(2, '02', ['01'], 'a1', content([anna], ['b2']))
    const withoutAnna = list(2, '03', ['01'], 'b2', content([bert], ['a1']))
    expect(resolveLists([first, withoutBert, withoutAnna])).toMatchObject({ disputed: true, devices: [] })
    const bySheet = list(3, '04', ['02', '03'], 'sheet', content([anna], ['b2']))
    expect(resolveLists([first, withoutBert, withoutAnna, bySheet])).toMatchObject({ disputed: false, version: 3 })
    expect(idsOf([first, withoutBert, withoutAnna, bySheet])).toEqual(['a1'])
  })

  test('the cut of somebody taken off twice is the earlier one', () => {
    const off = (leden: number) => ({ ...content([anna]), removed: [{ ...bert, cut: { leden } }] })
    const lists = [first, list(2, '02', ['01'], 'a1', off(7)), list(2, '03', ['01'], 'a1', off(4))]
    expect(resolveLists(lists)?.removed[0]?.cut).toEqual({ leden: 4 })
  })
})

describe('who may make a list', () => {
  const withCarla = list(2, '02', ['01'], 'a1', content([anna, bert, carla]))

  test('an admin, and whoever has the sheet', () => {
    expect(maySign('b2', [first], content([anna, bert, carla]))).toBe(true)
    expect(maySign('sheet', [first], content([]))).toBe(true)
  })

  test('nobody who is on no list, no other device, and nobody without a list before', () => {
    expect(maySign('e5', [first], content([anna, bert, carla]))).toBe(false)
    expect(maySign('c3', [withCarla], content([anna, bert, carla, entry('d4')]))).toBe(false)
    expect(maySign('a1', [], content([anna]))).toBe(false)
  })

  test('a device without that right may take a second name with the same rights, and no more', () => {
    const twin = entry('c9', { admin: false })
    const next = (some: DeviceEntry) => content([anna, bert, carla, some])
    expect(maySign('c3', [withCarla], next(twin))).toBe(true)
    expect(maySign('c3', [withCarla], next({ ...twin, admin: true }))).toBe(false)
    expect(maySign('c3', [withCarla], next({ ...twin, scopes: ['leden', 'zorg', 'bank'] }))).toBe(false)
    expect(maySign('c3', [withCarla], content([anna, carla, twin]))).toBe(false)
  })
})
