// A rule that says no: expected, translated, tested. Everything else that is thrown is a bug.
import type { ErrorCode, ErrorDetails } from '../../shared/contract/reply.ts'

export class RuleBroken extends Error {
  override readonly name = 'RuleBroken'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  /** @param details values for the words of the error; `field` names the input field it is about. */
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
