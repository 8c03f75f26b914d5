import type { reminders } from '../../../shared/contract/reminders.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import type { HandlersOf } from '../dispatch.ts'
import { type Paper, showPaper } from '../documents/paper.ts'
import { savePaper } from '../documents/save-paper.ts'
import { loadAccount } from '../dues/account-state.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerViews } from '../dues/payer-views.ts'
import { endPause, pauseReminders } from './pause-reminders.ts'
import { giveReferences } from './payment-references.ts'
import { type PreparedLetter, prepareLetters, referencePerson, yearOfReference } from './prepare-letters.ts'
import { recordReminders } from './record-reminders.ts'
import { reminderCandidates } from './reminder-candidates.ts'
import { reminderLog } from './reminder-log.ts'
import { reminderPaper } from './reminder-paper.ts'
import { remindersAbout } from './reminder-queries.ts'
import { changeReminderSettings } from './reminder-settings.ts'
import { remindersOverview, sentView } from './reminders-overview.ts'
import { lettersTitle } from './write-letter.ts'

export const remindersHandlers: HandlersOf<typeof reminders, BookContext> = {
  overview: (_input, { db, today }) => remindersOverview(db, today()),
  async letters(input, { db, today }) {
    const { letters, left } = await prepareLetters(db, { ...input, day: today() }, today())
    const viewOf = await payerViews(db, input.payers)
    const isOnPaper = input.way === 'letter' && letters.length > 0
    return {
      letters: letters.map(({ payer, letter: { level, language, day, cents, mail, textHash } }) => ({
        ...{ payer: viewOf(payer), level, language, day, cents, mail, textHash },
      })),
      paper: isOnPaper ? showPaper(await paperOf(db, letters)) : null,
      left: left.map(({ payer, reason }) => ({ payer: viewOf(payer), reason })),
    }
  },
  async makeLetters({ format, ...input }, context) {
    const { db, today } = context
    const { letters } = await prepareLetters(db, { ...input, way: 'letter', day: today() }, today())
    return savePaper(context, await paperOf(db, letters), format)
  },
  async giveReferences(input, context) {
    const today = context.today()
    const wanted = new Set(input.payers.map(({ kind, id }) => `${kind}:${id}`))
    const candidates = await reminderCandidates(context.db, today)
    const people = candidates.filter(({ account }) => wanted.has(account.key)).map(referencePerson)
    await giveReferences(
      context,
      people.filter((id) => id !== ''),
      yearOfReference(today),
    )
    return null
  },
  async record(input, context) {
    const { recorded, left } = await recordReminders(context, input)
    const viewOf = await payerViews(
      context.db,
      input.letters.map(({ payer }) => payer),
    )
    return { recorded, left: left.map(({ payer, reason }) => ({ payer: viewOf(payer), reason })) }
  },
  log: ({ limit }, { db }) => reminderLog(db, limit),
  ofPayer: async (input, { db, today }) => (await lettersTo(db, input.payer, today())).map(sentView),
  pause: (input, context) => pauseReminders(context, input),
  async endPause(input, context) {
    await endPause(context, input.id)
    return null
  },
  async changeSettings(input, context) {
    await changeReminderSettings(context, input)
    return null
  },
}

async function paperOf(db: Reader, prepared: readonly PreparedLetter[]): Promise<Paper> {
  const letters = prepared.map(({ letter }) => letter)
  const { name } = await bookSettingsOf(db)
  return reminderPaper(letters, lettersTitle(letters[0]?.language ?? 'nl', name))
}

/** Also letters about its dues that another payer got before. */
async function lettersTo(db: Reader, payer: PayerRef, today: string) {
  const { dues } = await loadAccount(db, payer, today)
  return remindersAbout(db, {
    people: payer.kind === 'person' ? [payer.id] : [],
    households: payer.kind === 'household' ? [payer.id] : [],
    dues: dues.map(({ id }) => id),
  })
}
