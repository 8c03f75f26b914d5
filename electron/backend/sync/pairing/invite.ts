// The inviter's side: an invitation goes into the folder, an answer is looked for, and only a person on the telephone lets the PC in.
import { randomBytes, randomInt } from 'node:crypto'
import spokenWords from '../../../../resources/words/spoken-words.json' with { type: 'json' }
import { partsOfRole, type SharingRole } from '../../../../shared/domain/sharing-role.ts'
import { passphraseOfWords, spokenWordCount } from '../../../../shared/domain/spoken-words.ts'
import { encryptByWords } from '../../book-files/age-file.ts'
import { RuleBroken } from '../../rule-broken.ts'
import type { SharedFolder } from '../folder/shared-folder.ts'
import type { Change } from '../folder/sync-options.ts'
import { seal, unseal } from '../format/age-envelope.ts'
import type { DeviceEntry } from '../format/device-list.ts'
import { type CarriedBookKey, toLetter } from './carry-book-key.ts'
import {
  checkNumbers,
  type InvitationLetter,
  letterName,
  makeSecret,
  proveLetter,
  readAnswer,
  writeLetter,
} from './letters.ts'
import { deleteInvitation, type Invitation, keepAnswer, saveInvitation, spoilInvitation } from './pairing-queries.ts'

const daysValid = 7
const day = 24 * 60 * 60 * 1000
const mostLetterBytes = 20_000

export interface Inviting {
  readonly folder: SharedFolder
  readonly change: Change
  readonly now: Date
}

export interface MadeInvitation {
  /** To say over the telephone. */
  readonly words: string[]
  /** As it lies in the folder. */
  readonly letter: Uint8Array
}

export interface NewInvitation {
  readonly vault: string
  readonly bookName: string
  readonly invited: string
  readonly role: SharingRole
  readonly inviter: InvitationLetter['inviter']
  readonly people: readonly string[]
  /** Cost of scrypt, as a power of two. */
  readonly work: number
}

/** Puts the invitation in the folder; the answer is the words to say. They are kept nowhere. */
export async function sendInvitation(
  wanted: NewInvitation,
  { folder, change, now }: Inviting,
): Promise<MadeInvitation> {
  const { work, people, ...said } = wanted
  const id = randomBytes(4).toString('hex')
  const until = new Date(now.getTime() + daysValid * day).toISOString()
  const letter: InvitationLetter = { format: 1, id, ...said, people: [...people], secret: makeSecret(), until }
  const words = Array.from({ length: spokenWordCount }, () => spokenWords[randomInt(spokenWords.length)] ?? '')
  const bytes = await encryptByWords(passphraseOfWords(words, spokenWords) ?? '', work, writeLetter(letter))
  if (await folder.write(letterName(id, 'invitation'), bytes)) throw new RuleBroken('folderUnusable')
  await change((tx) => saveInvitation(tx, 'inviter', letter, null))
  return { words, letter: bytes }
}

/** Looks whether somebody answered. What is not genuine is passed over; a second genuine answer spoils the invitation. */
export async function lookForAnswer(
  invitation: Invitation,
  identities: readonly string[],
  { folder, change, now }: Inviting,
): Promise<void> {
  const { id, letter } = invitation
  if (letter.until < now.toISOString()) return endInvitation(id, { folder, change, now })
  if (invitation.isSpoilt) return
  const bytes = await folder.read(letterName(id, 'answer'), mostLetterBytes)
  if (typeof bytes === 'string') return
  const opened = await unseal(bytes, identities)
  const answer = 'plain' in opened ? readAnswer(opened.plain, letter) : undefined
  if (!answer) return
  if (!invitation.answer) await change((tx) => keepAnswer(tx, id, answer))
  else if (invitation.answer.proof !== answer.proof) await change((tx) => spoilInvitation(tx, id, now.toISOString()))
}

/** What goes on the list when the two on the telephone saw the same words. Throws RuleBroken `invitationGone`. */
export function entryOf({ letter, answer, isSpoilt }: Invitation): DeviceEntry {
  if (!answer || isSpoilt) throw new RuleBroken('invitationGone')
  const { device, name, recipient, signKey } = answer
  return { id: device, name, recipient, signKey, scopes: [...partsOfRole(letter.role)], admin: false }
}

/** The welcome, for the new PC alone. Throws RuleBroken `folderUnusable`: then nobody was let in. */
export async function sendWelcome(
  { id, letter, answer }: Invitation,
  bookKey: CarriedBookKey | undefined,
  { folder }: Inviting,
): Promise<void> {
  if (!answer) throw new RuleBroken('invitationGone')
  const welcome = proveLetter({ invitation: id, bookKey: toLetter(bookKey) }, letter.secret)
  const bytes = await seal(writeLetter(welcome), [answer.recipient])
  if (await folder.write(letterName(id, 'welcome'), bytes)) throw new RuleBroken('folderUnusable')
}

/** It is used up, or taken back: nobody can answer it any more. */
export async function endInvitation(id: string, { folder, change }: Inviting): Promise<void> {
  await folder.remove(letterName(id, 'invitation'))
  await folder.remove(letterName(id, 'answer'))
  await change((tx) => deleteInvitation(tx, id))
}

/** The two words that both screens show; undefined as long as nobody answered. */
export function checkWordsOf({ letter, answer }: Invitation): string[] | undefined {
  return answer
    ? checkNumbers(letter, answer, spokenWords.length).map((number) => spokenWords[number] ?? '')
    : undefined
}
