// A book in which letters can be written: people who pay, and an account to pay on.
import type { LettersAnswer, RemindersOverview } from '../../shared/contract/reminders.ts'
import type { DuesBook } from './dues-book.ts'
import { openDuesBook } from './dues-book.ts'
import type { TestBackendOptions } from './test-backend.ts'

type Way = 'letter' | 'mail'
type Row = RemindersOverview['payers'][number]

export interface RemindersBook extends DuesBook {
  /** Raises what is due up to today. */
  readonly raise: () => Promise<unknown>
  readonly payerOf: (personId: string) => Promise<{ kind: 'person' | 'household'; id: string }>
  readonly rowOf: (personId: string) => Promise<Row | undefined>
  /** `request 30.00`, `reminder from 2026-12-14`, `no: deceased`; `nothing` when nothing is open. */
  readonly next: (personId: string) => Promise<string>
  readonly letters: (personIds: readonly string[], way?: Way, ownLanguage?: boolean) => Promise<LettersAnswer>
  /** Makes letters and writes down that they went out. */
  readonly send: (personIds: readonly string[], way?: Way) => Promise<{ recorded: number; left: string[] }>
}

/** Today is 23 November 2026; the account has its name and number. */
export async function openRemindersBook(
  options: TestBackendOptions & { readonly account?: 'none' } = {},
): Promise<RemindersBook> {
  const book = await openDuesBook(options)
  const { api } = book
  if (options.account !== 'none')
    await api.directDebit.saveAccount({
      holder: 'Stadsdorp Oosterweide',
      iban: 'NL13 TEST 0123 4567 89',
      creditorId: null,
      itemLimitCents: null,
      monthLimitCents: null,
      noticeDays: 14,
      painVersion: '08',
    })
  const payerOf = async (personId: string) => {
    const { payer } = await api.dues.person({ personId })
    return { kind: payer.kind, id: payer.id }
  }
  const rowOf = async (personId: string) => {
    const { id } = await payerOf(personId)
    return (await api.reminders.overview({})).payers.find((row) => row.payer.id === id)
  }
  const letters: RemindersBook['letters'] = async (personIds, way = 'letter', ownLanguage = false) =>
    api.reminders.letters({ payers: await Promise.all(personIds.map(payerOf)), way, language: 'nl', ownLanguage })
  return {
    ...book,
    payerOf,
    rowOf,
    letters,
    raise: () => api.dues.run({}),
    async next(personId) {
      const row = await rowOf(personId)
      return row ? toldOf(row) : 'nothing'
    },
    async send(personIds, way = 'letter') {
      const made = await letters(personIds, way)
      if (made.letters.length === 0) return { recorded: 0, left: made.left.map(({ reason }) => reason) }
      const outcome = await api.reminders.record({
        way,
        language: 'nl',
        ownLanguage: false,
        day: made.letters[0]?.day ?? '',
        letters: made.letters.map(({ payer, textHash }) => ({ payer: { kind: payer.kind, id: payer.id }, textHash })),
      })
      return { recorded: outcome.recorded, left: [...made.left, ...outcome.left].map(({ reason }) => reason) }
    },
  }
}

function toldOf({ step, cents }: Row): string {
  switch (step.kind) {
    case 'now':
      return `${step.level} ${(cents / 100).toFixed(2)}`
    case 'later':
      return `${step.level} from ${step.from}`
    case 'withheld':
      return step.until === null ? `no: ${step.reason}` : `no: ${step.reason} until ${step.until}`
  }
}
