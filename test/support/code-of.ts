import { CallError } from '../../shared/contract/create-client.ts'

/** The code that a call is refused with; `no error` when it is not. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (error) => (error instanceof CallError ? error.code : String(error)),
  )
