// A book with an association that collects, and people who gave a mandate: each call states only what the test is about.
import type { DuesBook } from './dues-book.ts'
import { openDuesBook } from './dues-book.ts'

type Account = Parameters<DuesBook['api']['directDebit']['saveAccount']>[0]
type MandateInput = Parameters<DuesBook['api']['directDebit']['addMandate']>[0]

export interface DebitBook extends DuesBook {
  readonly saveAccount: (account?: Partial<Account>) => Promise<void>
  /** A member who pays monthly by direct debit from November 2026, with a signed mandate. */
  readonly aDebtor: (name: string, mandate?: Partial<MandateInput>) => Promise<{ personId: string; mandateId: string }>
  readonly aMandate: (personId: string, mandate?: Partial<MandateInput>) => Promise<string>
  readonly make: (collectDay: string, without?: readonly string[]) => Promise<string>
  /** Made, announced, exported and sent. */
  readonly send: (collectDay: string) => Promise<string>
  /** The text of the file for the bank. */
  readonly fileOf: (collectionId: string) => Promise<string>
  readonly itemOf: (collectionId: string, personId: string) => Promise<string>
}

/** Today is 23 November 2026; the dues of November are open for everybody. */
export async function openDebitBook(): Promise<DebitBook> {
  const book = await openDuesBook()
  const { api } = book
  const saveAccount: DebitBook['saveAccount'] = async (account = {}) => {
    await api.directDebit.saveAccount({
      holder: 'Stadsdorp Oosterweide',
      iban: 'NL91 ABNA 0417 1643 00',
      creditorId: 'NL51ZZZ405365330000',
      itemLimitCents: null,
      monthLimitCents: null,
      noticeDays: 14,
      painVersion: '08',
      ...account,
    })
  }
  await saveAccount()
  const aMandate: DebitBook['aMandate'] = async (personId, mandate = {}) => {
    const { id } = await api.directDebit.addMandate({
      personId,
      reference: '',
      kind: 'RCUR',
      holder: 'Renée Çelik',
      iban: 'NL13TEST0123456789',
      signedOn: '2026-10-01',
      usedBeforeOn: null,
      ...mandate,
    })
    return id
  }
  const make: DebitBook['make'] = async (collectDay, without = []) => {
    const { ids } = await api.directDebit.make({ collectDay, text: 'Contributie', without: [...without] })
    return ids[0] ?? ''
  }
  return {
    ...book,
    saveAccount,
    aMandate,
    make,
    async aDebtor(name, mandate = {}) {
      const personId = await book.aPayer(name, { from: '2026-11-01', method: 'incasso' })
      await api.dues.run({})
      return { personId, mandateId: await aMandate(personId, mandate) }
    },
    async send(collectDay) {
      const collectionId = await make(collectDay)
      await api.directDebit.announce({ collectionId, day: '2026-11-23' })
      await api.directDebit.exportFile({ collectionId })
      await api.directDebit.submit({ collectionId, day: '2026-11-23' })
      return collectionId
    },
    async fileOf(collectionId) {
      const { file } = await api.directDebit.exportFile({ collectionId })
      const made = await book.backend.produceFile(file)
      return Buffer.from(made?.bytes ?? []).toString('utf8')
    },
    async itemOf(collectionId, personId) {
      const { items } = await api.directDebit.collection({ collectionId })
      return items.find((item) => item.personId === personId)?.id ?? ''
    },
  }
}
