// Every payer with something open, and what happens next: the one place where the book's rows become the values the rules decide on.
// The list, the letters and the moment of recording all ask here, so that they can never disagree.
import { formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  nextStep,
  type ReminderLevel,
  type ReminderStep,
  reminderLevels,
} from '../../../shared/domain/reminder-rules.ts'
import type { Reader } from '../database/transaction.ts'
import { stillThere } from '../dues/payer-views.ts'
import { collectedPayers } from './collected-payers.ts'
import type { OpenAccount } from './open-accounts.ts'
import { openAccounts } from './open-accounts.ts'
import {
  type Addressee,
  addressees,
  householdAddresses,
  type PauseRow,
  type PostalAddress,
  pausesOn,
  peoplePaidBy,
  reminderDues,
  remindersAbout,
  type SentReminder,
} from './reminder-queries.ts'
import { reminderSettings } from './reminder-settings.ts'

export interface Candidate {
  readonly account: OpenAccount
  readonly step: ReminderStep
  /** Whom a letter would be to: the living, named together. */
  readonly names: readonly Addressee[]
  /** null when it is not known where the letter could go. */
  readonly address: PostalAddress | null
  /** The first address for e-mail among the names. */
  readonly email: string | null
  /** Letters about dues that are still open, newest first. */
  readonly sent: readonly SentReminder[]
  /** Dues that an earlier letter asked for. */
  readonly askedBefore: ReadonlySet<string>
  readonly pauses: readonly PauseRow[]
}

export async function reminderCandidates(db: Reader, today: Day): Promise<Candidate[]> {
  const accounts = await openAccounts(db, today)
  const settings = await reminderSettings(db)
  const aboutOf = await factsOf(db, accounts, today)
  const isCollected = await collectedPayers(db, today)
  return accounts.map((account) => {
    const about = aboutOf(account)
    const step = nextStep(
      {
        cents: account.cents,
        oldest: account.dues[0]?.periodStart ?? today,
        isOutdated: account.isOutdated,
        owesBack: account.owesBack,
        people: about.people,
        pauses: about.pauses.map((pause) => ({ kind: pause.kind, until: pause.until_day })),
        isCollected: isCollected(account),
        hasAddress: about.address !== null,
        hasEmail: about.email !== null,
        reached: furthest(about.sent),
        lastSent: about.lastSent,
      },
      settings,
      today,
    )
    return { account, step, ...about }
  })
}

type About = Omit<Candidate, 'account' | 'step'> & {
  readonly people: readonly Addressee[]
  readonly lastSent: Day | null
}

async function factsOf(db: Reader, accounts: readonly OpenAccount[], today: Day) {
  const payers = accounts.map(({ payer }) => payer)
  const households = payers.flatMap(({ kind, id }) => (kind === 'household' ? [id] : []))
  const payingPeople = payers.flatMap(({ kind, id }) => (kind === 'person' ? [id] : []))
  const paidFor = await peoplePaidBy(db, households)
  const known = await addressees(
    db,
    new Set([...accounts.flatMap(({ people }) => people), ...payingPeople, ...[...paidFor.values()].flat()]),
    today,
  )
  const homes = await householdAddresses(
    db,
    new Set([...households, ...payingPeople.flatMap((id) => known.get(id)?.householdId ?? [])]),
  )
  const dueIds = accounts.flatMap(({ dues }) => dues.map(({ id }) => id))
  const sent = new Map(
    (await remindersAbout(db, { people: payingPeople, households, dues: dueIds })).map((row) => [row.id, row]),
  )
  const links = await reminderDues(db, dueIds)
  const pauses = await pausesOn(db, today)
  const personById = (id: string) => known.get(id) ?? []

  const of = ({ payer, dues, people: withDues }: OpenAccount): About => {
    const isHousehold = payer.kind === 'household'
    const people = [...new Set(isHousehold ? withDues : [...withDues, payer.id])].flatMap(personById)
    const named = (isHousehold ? (paidFor.get(payer.id) ?? []) : [payer.id]).flatMap(personById)
    const names = stillThere(
      named.filter((person) => !person.isGone && !person.isDeceased),
      payer.id,
    )
    // All who owe may have moved out: nothing is left for them at the door where others live now.
    const isAtHome = isHousehold ? names.some(({ householdId }) => householdId === payer.id) : names.length > 0
    // What was agreed with a household holds for whoever of it pays alone since.
    const household = isHousehold ? payer.id : known.get(payer.id)?.householdId
    const home = homes.get(household ?? '')
    const own = new Set(dues.map(({ id }) => id))
    const aboutOwn = links.filter(({ dueId }) => own.has(dueId))
    const ids = new Set(aboutOwn.map(({ reminderId }) => reminderId))
    const all = [...sent.values()].filter((row) => ids.has(row.id) || isTo(row, payer))
    const concerned = new Set([...people, ...named].map(({ id }) => id))
    return {
      people,
      names,
      address: isAtHome && home?.isLivedIn && streetOf(home) !== '' ? home : null,
      email: names.find((person) => person.email !== null)?.email ?? null,
      sent: all.filter((row) => ids.has(row.id)),
      lastSent: all.reduce<Day | null>((last, row) => (last === null || row.day > last ? row.day : last), null),
      askedBefore: new Set(aboutOwn.map(({ dueId }) => dueId)),
      pauses: pauses.filter((pause) =>
        pause.household_id !== null ? pause.household_id === household : concerned.has(pause.person_id ?? ''),
      ),
    }
  }
  return of
}

function isTo(row: SentReminder, payer: OpenAccount['payer']): boolean {
  return payer.id === (payer.kind === 'household' ? row.payer_household_id : row.payer_person_id)
}

function furthest(sent: readonly SentReminder[]): ReminderLevel | null {
  const places = sent.map(({ level }) => reminderLevels.indexOf(level))
  return places.length === 0 ? null : (reminderLevels[Math.max(...places)] ?? null)
}

const streetOf = (home: PostalAddress) =>
  formatStreet({ street: home.street, houseNumber: home.house_number, houseSuffix: home.house_suffix })
