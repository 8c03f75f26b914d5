// The letters of this moment. Called for the preview, again before printing, and again inside the action that records them.
import type { LeftReason } from '../../../shared/contract/reminders.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { type PaperLanguage, readPaperLanguage } from '../../../shared/domain/paper-language.ts'
import type { LetterLanguage, ReminderStep, ReminderWay } from '../../../shared/domain/reminder-rules.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { Reader } from '../database/transaction.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { letterLines } from './letter-lines.ts'
import { referencesFor } from './payment-references.ts'
import { type Candidate, reminderCandidates } from './reminder-candidates.ts'
import { type Withheld, withheldOf } from './reminder-log.ts'
import { accountForLetters } from './reminder-queries.ts'
import { reminderSettings } from './reminder-settings.ts'
import { type Letter, writeLetter } from './write-letter.ts'

export interface Wanted {
  readonly payers: readonly PayerRef[]
  readonly way: ReminderWay
  readonly language: LetterLanguage
  readonly ownLanguage: boolean
  /** The day that stands on the letters; what is open is always that of now. */
  readonly day: Day
}

export interface PreparedLetter {
  readonly payer: PayerRef
  readonly candidate: Candidate
  readonly letter: Letter
}

export interface Prepared {
  readonly letters: readonly PreparedLetter[]
  readonly left: readonly { readonly payer: PayerRef; readonly reason: LeftReason }[]
  /** Of all with something open, whoever was wanted. */
  readonly withheld: readonly Withheld[]
}

/** @throws RuleBroken accountMissing */
export async function prepareLetters(db: Reader, wanted: Wanted, today: Day): Promise<Prepared> {
  const account = await accountForLetters(db)
  if (account === null) throw new RuleBroken('accountMissing')
  const candidates = await reminderCandidates(db, today)
  const byKey = new Map(candidates.map((candidate) => [keyOf(candidate.account.payer), candidate]))
  const chosen: Candidate[] = []
  const left: { payer: PayerRef; reason: LeftReason }[] = []
  for (const payer of unique(wanted.payers)) {
    const candidate = byKey.get(keyOf(payer))
    const reason = candidate ? reasonAgainst(candidate, wanted.way) : 'nothingOpen'
    if (candidate && reason === null) chosen.push(candidate)
    else left.push({ payer, reason: reason ?? 'nothingOpen' })
  }
  const write = await letterWriter(db, chosen, { ...wanted, account })
  return {
    letters: chosen.map((candidate) => ({ payer: candidate.account.payer, candidate, letter: write(candidate) })),
    left,
    withheld: withheldOf(candidates),
  }
}

/** Whose reference stands on the letter: the person of the oldest due. */
export const referencePerson = ({ account }: Candidate): string => account.dues[0]?.personId ?? ''

export const yearOfReference = (day: Day): number => Number(day.slice(0, 4))

async function letterWriter(
  db: Reader,
  candidates: readonly Candidate[],
  wanted: Wanted & { readonly account: { holder: string; iban: string } },
) {
  const { day, language, account } = wanted
  const settings = await reminderSettings(db)
  const { name: association } = await bookSettingsOf(db)
  const references = await referencesFor(db, candidates.map(referencePerson), yearOfReference(day))
  const names = await findNames(db, [...new Set(candidates.flatMap((candidate) => candidate.account.people))])
  return (candidate: Candidate): Letter =>
    writeLetter({
      language,
      ownLanguage: wanted.ownLanguage ? otherLanguage(candidate, language) : null,
      level: levelOf(candidate.step),
      day,
      payBy: addDays(day, settings.payWithinDays),
      association,
      account: { holder: account.holder, iban: account.iban },
      reference: references.get(referencePerson(candidate)) ?? '',
      names: candidate.names,
      address: wanted.way === 'letter' ? candidate.address : null,
      email: candidate.email,
      lines: letterLines(candidate.account.dues, candidate.askedBefore),
      nameOf: (personId) => names.get(personId) ?? '',
      sentOn: candidate.sent.map((sent) => sent.day).reverse(),
      costCents: settings.costCents,
      senderAddress: settings.senderAddress,
      contact: settings.contact,
      signedBy: settings.signedBy,
    })
}

/** What the first of them reads of whom that is written down. */
function otherLanguage({ names }: Candidate, language: LetterLanguage): PaperLanguage | null {
  const known = names.map(({ languages }) => readPaperLanguage(languages)).find((own) => own !== null)
  return known === undefined || known === language ? null : known
}

function reasonAgainst({ step, address, email }: Candidate, way: ReminderWay): LeftReason | null {
  switch (step.kind) {
    case 'withheld':
      return step.reason
    case 'later':
      return 'later'
    case 'now':
      if (way === 'letter' && address === null) return 'noAddress'
      return way === 'mail' && email === null ? 'noEmail' : null
  }
}

function levelOf(step: ReminderStep) {
  if (step.kind !== 'now') throw new Error('no letter is written to somebody who gets none')
  return step.level
}

const keyOf = (payer: PayerRef) => `${payer.kind}:${payer.id}`

function unique(payers: readonly PayerRef[]): PayerRef[] {
  return [...new Map(payers.map((payer) => [keyOf(payer), payer])).values()]
}
