// A book of an association that works in one of the known ways, reached by its public contract alone, with a clock to live by.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { MembershipKind } from '../../shared/domain/membership.ts'
import { type PresetCode, presets } from '../../shared/domain/presets.ts'
import type { Role } from '../../shared/domain/role-seats.ts'
import { openTestBackend, type TestBackend } from './test-backend.ts'

export interface PracticeBook {
  readonly api: TestBackend['api']
  readonly aGroup: (name: string) => Promise<string>
  readonly aPerson: (name: string, options?: { groupId?: string; kind?: MembershipKind; from?: Day }) => Promise<string>
  readonly appoint: (role: Role, neighbourhoodId: string, personId: string) => Promise<void>
  readonly setDay: (day: Day) => void
  /** The program is closed and opened again on that day. */
  readonly openAgain: (day: Day) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param today 23 November 2026 when left out */
export async function openPracticeBook(preset: PresetCode, today: Day = '2026-11-23'): Promise<PracticeBook> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'buurtboek-practice-'))
  let open = await openTestBackend({ dataFolder, today, book: 'file' })
  const { modules, ...rules } = presets[preset]
  const accountingStart = rules.duesEnabled ? '2026-01-01' : null
  await open.api.books.create({
    name: 'Stadsdorp Oosterweide',
    ...rules,
    accountingStart,
    preset,
    modules: [...modules],
  })
  return {
    get api() {
      return open.api
    },
    async aGroup(name) {
      const { id } = await open.api.neighbourhoods.add({ name, areaNote: null, targetSize: 50, cadencePerYear: null })
      return id
    },
    async aPerson(name, { groupId, kind = 'lid', from = '2026-01-01' } = {}) {
      const [firstName = '', ...rest] = name.split(' ')
      const lastName = rest.pop() ?? ''
      const nothing = {
        birthYear: null,
        phone: null,
        mobile: null,
        email: null,
        preferredContact: null,
        languages: null,
      }
      const { id } = await open.api.members.register({
        ...{ firstName, infix: rest.join(' '), lastName, called: '', ...nothing, emergencyContact: null, note: null },
        home: { kind: 'address', street: 'Kastanjehof', houseNumber: 1, houseSuffix: '', postcode: '', city: '' },
        membership: { kind, from, number: null },
        neighbourhoodId: groupId ?? null,
        fee: null,
      })
      return id
    },
    async appoint(role, neighbourhoodId, personId) {
      await open.api.roles.assign({ role, neighbourhoodId, side: null, personId, from: '2026-01-01', plannedEnd: null })
    },
    setDay: (day) => open.setDay(day),
    async openAgain(day) {
      await open.close()
      open = await openTestBackend({ dataFolder, today: day, book: 'none' })
    },
    async close() {
      await open.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
