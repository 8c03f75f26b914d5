// Why a bank gave a collection back [storno], and what that means for the mandate and for the person.

/** The reasons banks give for collections in euros, by their ISO code. */
export const returnCodes = [
  'AC01',
  'AC04',
  'AC06',
  'AC13',
  'AG01',
  'AG02',
  'AM04',
  'AM05',
  'BE05',
  'MD01',
  'MD02',
  'MD06',
  'MD07',
  'MS02',
  'MS03',
  'SL01',
] as const
export type ReturnCode = (typeof returnCodes)[number]

/** What to do about it: each is a sentence for the treasurer, and for `letter` kinds also a letter to the person. */
export const returnAdvices = [
  /** It may be collected again; tell the person first. */
  'again',
  /** Ask for the number of another account. */
  'newIban',
  /** Do nothing before there was contact. */
  'contact',
  /** Something in our own file was wrong; no fault of the person. */
  'ownMistake',
  /** Somebody died: the treasurer decides, nothing goes out by itself. */
  'deceased',
] as const
export type ReturnAdvice = (typeof returnAdvices)[number]

export interface ReturnMeaning {
  readonly advice: ReturnAdvice
  /** The mandate waits until somebody looked at it. The charge itself is always open again. */
  readonly holdsMandate: boolean
  /** A letter to the person is proposed. */
  readonly letter: boolean
}

const again: ReturnMeaning = { advice: 'again', holdsMandate: false, letter: true }
const newIban: ReturnMeaning = { advice: 'newIban', holdsMandate: true, letter: true }
const contact: ReturnMeaning = { advice: 'contact', holdsMandate: true, letter: true }
const ownMistake: ReturnMeaning = { advice: 'ownMistake', holdsMandate: false, letter: false }
/** The mandate itself is what is wrong: collecting by it again would fail again. */
const ownMandate: ReturnMeaning = { advice: 'ownMistake', holdsMandate: true, letter: false }
const deceased: ReturnMeaning = { advice: 'deceased', holdsMandate: true, letter: false }

const meanings: Readonly<Record<ReturnCode, ReturnMeaning>> = {
  AC01: newIban,
  AC04: newIban,
  AC06: contact,
  AC13: newIban,
  AG01: newIban,
  AG02: ownMandate,
  AM04: again,
  AM05: ownMistake,
  BE05: ownMistake,
  MD01: contact,
  MD02: ownMandate,
  MD06: contact,
  MD07: deceased,
  MS02: contact,
  // Banks that do not tell of an empty account for the sake of privacy use this one.
  MS03: again,
  SL01: contact,
}

/** The code as we know it; null for one that is not in the list. */
export function knownReturnCode(code: string): ReturnCode | null {
  const plain = code.trim().toUpperCase()
  return returnCodes.find((known) => known === plain) ?? null
}

/** What a code means. One we do not know holds the mandate: collecting again could be against the payer's will. */
export function meaningOfReturn(code: string): ReturnMeaning {
  const known = knownReturnCode(code)
  return known === null ? contact : meanings[known]
}
