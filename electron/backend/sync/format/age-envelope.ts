// The envelope: plain age v1, so that any age program opens a file. Each recipient in a file costs whoever tries to open it a
// calculation before anything is known to be genuine; the library sets no limit, so it is counted here first, on the bare text.
import { Buffer } from 'node:buffer'

/** Devices of a book are four, the sheet is one, and people change PCs. */
const mostRecipients = 16
const longestHead = 4096

const intro = 'age-encryption.org/v1\n'
const headEnd = '\n---'

export type HeadProblem = 'notAge' | 'tooManyRecipients'

/** What is wrong with the head of an age file, before anything of it is computed; undefined when nothing is. */
export function findHeadProblem(file: Uint8Array): HeadProblem | undefined {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, longestHead)).toString('latin1')
  if (!head.startsWith(intro)) return 'notAge'
  const end = head.indexOf(headEnd)
  if (end === -1) return file.byteLength > longestHead ? 'tooManyRecipients' : 'notAge'
  const recipients = head.slice(0, end).match(/^-> /gm)?.length ?? 0
  return recipients > mostRecipients ? 'tooManyRecipients' : undefined
}

export async function seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const age = await import('age-encryption')
  const encrypter = new age.Encrypter()
  // Each once: two entries of the list may hold one key after a PC was put back from a copy.
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

export type Unsealed =
  | { readonly plain: Uint8Array }
  /** notForUs: none of our keys is among the recipients. undecryptable: one is, and the contents were changed. */
  | { readonly problem: 'notForUs' | 'undecryptable' }

/** Tries the identities (`AGE-SECRET-KEY-1…`) in turn. The head must have been looked at before. */
export async function unseal(file: Uint8Array, identities: readonly string[]): Promise<Unsealed> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return { plain: await decrypter.decrypt(file) }
  } catch (error) {
    // The library tells its cases apart by words only.
    const isOurs = !(error instanceof Error && /no identity matched/.test(error.message))
    return { problem: isOurs ? 'undecryptable' : 'notForUs' }
  }
}
