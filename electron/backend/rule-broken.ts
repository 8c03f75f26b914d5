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
  const wrong: Wrong[] = []
  const values = Object.entries<() => unknown>(parts).map(([name, read]) => {
    try {
      return [name, read()]
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
      wrong.push(error, ...error.others)
      return [name, undefined]
    }
  })
  const [first, ...others] = wrong.map(({ code, details }) => ({ code, details }))
  if (first) throw new RuleBroken(first.code, first.details, others)
  return Object.fromEntries(values) as Parts // each was read by the name it has there
}
