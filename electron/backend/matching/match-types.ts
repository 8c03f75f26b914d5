// What goes into the matcher and what comes out of it. Values only: the book is read before and written after, so that the
// same function serves the app, the command line and the judge.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'

/** Everything about the book that may tell whose money it is; of a large book no more than some lines can be about. */
export interface MatchBook {
  /** People who owe or may owe dues, those with arrears who left included. */
  readonly members: readonly MatchMember[]
  /** Collections of our own that the bank may report as one total. */
  readonly batches: readonly OwnBatch[]
  /** References of collections that were called off. */
  readonly calledOff?: readonly string[]
  /** What was learnt of other people's accounts; an account whose lesson was taken back is left out. */
  readonly accounts: readonly KnownAccount[]
  /** Ids of those for whom any known account pays; left out: as far as `accounts` tell. */
  readonly paidFor?: ReadonlySet<string>
  /** Plain IBANs of the association itself. */
  readonly ownIbans: readonly string[]
}

export interface MatchMember {
  readonly id: string
  /** As the association writes it; null when the member has none. */
  readonly number: string | null
  readonly firstName: string
  /** '' when what people call them does not differ. */
  readonly called: string
  /** '' when they follow from the first name. */
  readonly initials: string
  /** Tussenvoegsel. */
  readonly infix: string
  readonly lastName: string
  readonly householdId: string
  /** The account whose dues are paid together: a household or one person. */
  readonly payerKey: string
  /** Only ever compared with what a payer wrote; banks give no addresses. */
  readonly street: string
  readonly houseNumber: string
  /** What is asked for each so many months; 0 when nothing is. */
  readonly rateCents: Cents
  /** 1, or 3, 6 or 12 where amounts are for longer. */
  readonly rateMonths: number
  /** Still to be paid, on the day of the match. */
  readonly open: readonly MatchDue[]
  /** Payment references [betalingskenmerken] given to this member, digits only. */
  readonly references: readonly string[]
}

export interface MatchDue {
  readonly periodStart: Day
  readonly openCents: Cents
}

/** One collection as it was handed to the bank. */
export interface OwnBatch {
  /** PmtInfId of the file; the bank gives it back. */
  readonly reference: string
  readonly cents: Cents
  readonly items: readonly OwnBatchItem[]
}

export interface OwnBatchItem {
  readonly endToEndId: string
  readonly mandateReference: string
  readonly memberId: string
  readonly cents: Cents
  /** Came back already. */
  readonly returned: boolean
  /** Somebody wrote that down before the line of the bank came. */
  readonly returnedByHand?: boolean
}

/** What an account paid before, as far as somebody confirmed it or it was certain. Names alone teach nothing. */
export interface KnownAccount {
  /** Plain IBAN. */
  readonly iban: string
  readonly payments: readonly KnownPayment[]
  /** Something else came from it too: a ticket, a gift. */
  readonly paidOther: boolean
}

export interface KnownPayment {
  readonly shares: readonly MemberShare[]
  readonly day: Day
  /** What the payer wrote then; '' when it is not kept. */
  readonly text: string
}

export interface MemberShare {
  readonly memberId: string
  readonly cents: Cents
}

/** A line of a bank file, with the words of `BankEntry`. */
export interface LineToMatch {
  readonly id: string
  readonly bookDay: Day
  /** Positive: came in; negative: went out. */
  readonly cents: Cents
  readonly counterIban: string | null
  readonly counterName: string | null
  readonly text: string
  readonly structuredRef: string | null
  readonly endToEndId: string | null
  readonly mandateRef: string | null
  readonly batchRef: string | null
  readonly returnCode: string | null
  readonly isReversal: boolean
}

export type MatchDecision =
  /** Certain enough to book without asking: two signals agree, or the reference is ours. */
  | { readonly kind: 'auto'; readonly lineId: string; readonly match: Match; readonly reason: MatchReason }
  /** For the treasurer to confirm, the likeliest first; empty when nobody fits. */
  | {
      readonly kind: 'suggested'
      readonly lineId: string
      readonly suggestions: readonly Match[]
      readonly reason: MatchReason
    }
  /** Not dues: a gift, a ticket, an invoice, money between own accounts. Never booked as dues; a guess may be offered. */
  | {
      readonly kind: 'other'
      readonly lineId: string
      readonly suggestions: readonly Match[]
      readonly reason: MatchReason
    }
  /** A collection of our own arrived as one total. */
  | {
      readonly kind: 'batch'
      readonly lineId: string
      /** What to settle item by item; null when the reference is unknown or the sum differs: then a person must look. */
      readonly batch: OwnBatch | null
      readonly reason: MatchReason
    }
  /** A collection was taken back. */
  | {
      readonly kind: 'return'
      readonly lineId: string
      /** Which item of which collection opens again; null when it cannot be told: then a person must look. */
      readonly item: (OwnBatchItem & { readonly batchReference: string }) | null
      readonly returnCode: string | null
      readonly reason: MatchReason
    }

/** Whose money it is: always of one payer unless the text names several. The cents of the shares add up to the line. */
export interface Match {
  readonly payerKey: string
  readonly shares: readonly MemberShare[]
  /** Why this one. */
  readonly signals: readonly MatchSignal[]
}

export type SignalCode =
  | 'reference'
  | 'checkDigit'
  | 'number'
  | 'iban'
  | 'name'
  | 'textName'
  | 'firstNames'
  | 'address'
  | 'amount'
  | 'open'
  | 'sameAmount'
  | 'divided'
  | 'duesWord'

/** One thing that points somewhere. Locale files hold its words under `matching.signals.<code>`. */
export interface MatchSignal {
  readonly code: SignalCode
  readonly details: Readonly<Record<string, string | number>>
}

export type ReasonCode =
  | 'auto'
  | 'suggested'
  | 'several'
  | 'unclear'
  | 'nobody'
  | 'otherWord'
  | 'otherParty'
  | 'outgoing'
  | 'ownTransfer'
  | 'ownMoneyBack'
  | 'batch'
  | 'batchUnknown'
  | 'batchCalledOff'
  | 'batchSumDiffers'
  | 'return'
  | 'returnUnknown'
  | 'returnedBefore'

/** Becomes one sentence: `matching.reasons.<code>`, with the words of the signals joined as {{signals}}. */
export interface MatchReason {
  readonly code: ReasonCode
  readonly details: Readonly<Record<string, string | number>>
  readonly signals: readonly MatchSignal[]
}
