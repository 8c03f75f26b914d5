import type { LineToMatch, MatchBook } from '../../../../electron/backend/matching/match-types.ts'
import { readReplay } from '../../../../electron/backend/matching/replay-json.ts'
import { generateSet } from '../../../figures/matching/generate-set.ts'

/** A book that learnt the first half of an invented year, and the lines of the second. */
export function halfYear(seed: number): { readonly book: MatchBook; readonly lines: readonly LineToMatch[] } {
  const set = generateSet(seed)
  const { members, lines } = readReplay(JSON.parse(JSON.stringify(set)))
  const book: MatchBook = {
    members: members.map((member) => ({
      ...member,
      open: [{ periodStart: '2026-07-01', openCents: member.rateCents }],
    })),
    batches: [],
    accounts: [...Map.groupBy(set.transactions, ({ iban }) => iban ?? '')].map(([iban, before]) => ({
      iban,
      paidOther: before.some(({ id, date }) => date < '2026-07' && set.labels[id]?.kind === 'other'),
      payments: before
        .filter(({ id, date }) => date < '2026-07' && set.labels[id]?.kind === 'dues')
        .map(({ id, date, desc }) => ({
          shares: (set.labels[id]?.alloc ?? []).map(({ m, c }) => ({ memberId: String(m), cents: c })),
          day: date,
          text: desc,
        })),
    })),
    ownIbans: [],
  }
  return { book, lines: lines.filter(({ bookDay }) => bookDay >= '2026-07') }
}
