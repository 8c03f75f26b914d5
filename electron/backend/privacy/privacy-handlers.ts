import type { privacy } from '../../../shared/contract/privacy.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { type Paper, showPaper } from '../documents/paper.ts'
import { RuleBroken } from '../rule-broken.ts'
import { saveBreach, savePrivacySettings } from './keep-breach.ts'
import {
  bookFacts,
  breachesOf,
  countEverybody,
  isAssessmentDue,
  privacySettingsOf,
  receiptsOf,
} from './privacy-queries.ts'

export const privacyHandlers: HandlersOf<typeof privacy, BookContext> = {
  async overview(_input, { db, now, today }) {
    const settings = await privacySettingsOf(db)
    const receipts = await receiptsOf(db)
    return {
      today: today(),
      now: now().toISOString(),
      settings,
      isAssessmentDue: isAssessmentDue(settings, today()),
      people: await countEverybody(db),
      breaches: await breachesOf(db),
      receipts: receipts.map(({ id, erasedAt, gone }) => ({
        ...{ id, erasedAt },
        rows: gone.reduce((sum, { count }) => sum + count, 0),
      })),
    }
  },
  async settle(settings, context) {
    await savePrivacySettings(context, settings)
    return null
  },
  document: async ({ of }, context) => showPaper(await paperOf(of, context)),
  addBreach: (breach, context) => saveBreach(context, null, breach),
  async changeBreach({ id, ...breach }, context) {
    await saveBreach(context, id, breach)
    return null
  },
}

type Wanted = Parameters<(typeof privacyHandlers)['document']>[0]['of']

/** The words of every screen come along with it, and only papers need them. */
async function paperOf(wanted: Wanted, context: BookContext): Promise<Paper> {
  const { rightWords } = await import('./right-words.ts')
  const papers = await import('./book-papers.ts')
  const events = await import('./event-papers.ts')
  const { name: association } = await bookSettingsOf(context.db)
  const facts = await bookFacts(context)
  const words = rightWords(context.preferences.get().language, facts.monthsAfterLeaving)
  const surroundings = { association, facts, words }
  switch (wanted.kind) {
    case 'register':
      return papers.registerPaper(surroundings)
    case 'notice':
      return papers.noticePaper(surroundings)
    case 'assessment':
      return papers.assessmentPaper(surroundings)
    case 'receipt':
      return events.receiptPaper(found(await receiptsOf(context.db), wanted.id, 'erasure_receipt'), surroundings)
    case 'breach':
      return events.breachPaper(found(await breachesOf(context.db), wanted.id, 'data_breach'), surroundings)
    case 'breachLetter':
      return events.breachLetter(found(await breachesOf(context.db), wanted.id, 'data_breach'), surroundings)
    default:
      return assertNever(wanted)
  }
}

function found<Kept extends { readonly id: string }>(all: readonly Kept[], id: string, table: string): Kept {
  const one = all.find((each) => each.id === id)
  if (!one) throw new RuleBroken('notFound', { table })
  return one
}
