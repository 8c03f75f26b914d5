// A book with people who pay dues, for tests of the ledger: each call states only what the test is about.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aMember } from './people.ts'
import type { TestBackend, TestBackendOptions } from './test-backend.ts'
import { openTestBackend } from './test-backend.ts'

type Agreement = Parameters<TestBackend['api']['dues']['agree']>[0]
type Payment = Parameters<TestBackend['api']['dues']['recordPayment']>[0]

export interface DuesSteps {
  /** A member since `from`, alone at an address of their own unless `with` names somebody to live with. */
  readonly aPerson: (name: string, options?: { from?: string; with?: string }) => Promise<string>
  readonly aPlan: (amountCents?: number, validFrom?: string) => Promise<string>
  /** A member who pays monthly from the first of the year, with their household. */
  readonly aPayer: (name: string, agreement?: Partial<Agreement> & { from?: string; with?: string }) => Promise<string>
  readonly pay: (personId: string, euros: number, payment?: Partial<Payment>) => Promise<string>
  readonly status: (personId: string) => Promise<Awaited<ReturnType<TestBackend['api']['dues']['person']>>['status']>
  /** `2026-01: 10 open` per live due. */
  readonly duesOf: (personId: string) => Promise<string[]>
}

export type DuesBook = TestBackend & DuesSteps

/** Today is 23 November 2026; dues are kept from 1 January 2026. */
export async function openDuesBook(options: TestBackendOptions = {}): Promise<DuesBook> {
  // In memory where that can be: these tests commit hundreds of times and are not about the disk.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'buurtboek-dues-'))
  const book = await openTestBackend({ dataFolder: folder, ...options })
  return {
    ...book,
    close: async () => {
      await book.close()
      rmSync(folder, { recursive: true, force: true })
    },
    ...duesSteps(book.api),
  }
}

/** What treasurers do, in few words, over any open book. */
export function duesSteps(api: TestBackend['api']): DuesSteps {
  let planId: string | undefined
  let houses = 0
  const aPlan = async (amountCents = 1000, validFrom = '2020-01-01') =>
    (await api.dues.addPlan({ name: 'Gewoon lid', amountCents, validFrom })).id
  const aPerson: DuesBook['aPerson'] = async (name, { from = '2020-01-01', with: mate } = {}) => {
    const [firstName = '', lastName = ''] = name.split(' ')
    const home = mate
      ? { kind: 'with' as const, householdId: (await api.dues.person({ personId: mate })).household.id }
      : {
          kind: 'address' as const,
          street: 'Lijsterpad',
          houseNumber: ++houses,
          houseSuffix: '',
          postcode: '',
          city: '',
        }
    const membership = { kind: 'lid' as const, from, number: null }
    return (await api.members.register(aMember({ firstName, infix: '', lastName, home, membership }))).id
  }
  return {
    aPlan,
    aPerson,
    async aPayer(name, { from, with: mate, ...agreement } = {}) {
      const personId = await aPerson(name, { ...(from ? { from } : {}), ...(mate ? { with: mate } : {}) })
      planId ??= await aPlan()
      await api.dues.agree({
        personId,
        fromDay: from ?? '2026-01-01',
        planId,
        intervalMonths: 1,
        anchorDay: null,
        payer: null,
        reduction: null,
        method: 'overboeking',
        ...agreement,
      })
      return personId
    },
    async pay(personId, euros, payment = {}) {
      const { payer } = await api.dues.person({ personId })
      const { id } = await api.dues.recordPayment({
        payer: { kind: payer.kind, id: payer.id },
        amountCents: Math.round(euros * 100),
        day: '2026-11-20',
        method: 'overboeking',
        note: null,
        parts: null,
        notDouble: false,
        ...payment,
      })
      return id
    },
    status: async (personId) => (await api.dues.person({ personId })).status,
    duesOf: async (personId) =>
      (await api.dues.person({ personId })).dues.map(
        (due) =>
          `${due.periodStart.slice(0, 7)}: ${due.amountCents / 100}${due.state === 'paid' ? '' : ` ${due.state}`}`,
      ),
  }
}
