// A rule that says no: expected, translated, tested. Everything else that is thrown is a bug.
import type { ErrorCode, ErrorDetails, Wrong } from '../../shared/contract/reply.ts'

export class RuleBroken extends Error {
  override readonly name = 'RuleBroken'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  /** What is wrong with other fields of the same form. */
  readonly others: readonly Wrong[]

  /** @param details values for the words of the error; `field` names the input field it is about. */
  constructor(code: ErrorCode, details: ErrorDetails = {}, others: readonly Wrong[] = []) {
    super(code)
    this.code = code
    this.details = details
    this.others = others
  }
}

/**
 * Reads each part of what was filled in, also when an earlier one is wrong, so that all of it can be said at once.
 * @throws RuleBroken for the first that is wrong, with the `others`
 */
export function readAll<Parts extends object>(parts: { readonly [Name in keyof Parts]: () => Parts[Name] }): Parts {
  const values: Partial<Parts> = {}
  const wrong = Object.entries<() => Parts[keyof Parts]>(parts).flatMap(([name, read]) =>
    wrongIn(() => {
      values[name as keyof Parts] = read() // read by the name it has there
    }),
  )
  const [first, ...others] = wrong
  if (first) throw new RuleBroken(first.code, first.details, others)
  return values as Parts // all of them were read
}

/** All that is wrong with what is read; nothing when it can be read. */
export function wrongIn(read: () => unknown): Wrong[] {
  try {
    read()
    return []
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    return [{ code: error.code, details: error.details }, ...error.others]
  }
}
