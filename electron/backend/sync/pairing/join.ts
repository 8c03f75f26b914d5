// The invited side: find the invitation that the words open, answer it, and wait for the welcome.
import spokenWords from '../../../../resources/words/spoken-words.json' with { type: 'json' }
import { passphraseOfWords } from '../../../../shared/domain/spoken-words.ts'
import { decryptByWords, lockOf } from '../../book-files/age-file.ts'
import { RuleBroken } from '../../rule-broken.ts'
import type { SharedFolder } from '../folder/shared-folder.ts'
import type { Change } from '../folder/sync-options.ts'
import { seal, unseal } from '../format/age-envelope.ts'
import type { DeviceEntry } from '../format/device-list.ts'
import {
  type AnswerLetter,
  type InvitationLetter,
  letterName,
  proveLetter,
  readInvitation,
  readWelcome,
  type WelcomeLetter,
  writeLetter,
} from './letters.ts'
import { type Invitation, saveInvitation } from './pairing-queries.ts'

const mostLetterBytes = 20_000
/** Each costs a second to try. */
const mostInvitations = 4

/**
 * The invitation that the words open, looked for in the folder or given as a file. Throws RuleBroken `noInvitation` when there is none
 * in the folder, `folderUnusable` when none can be read, `invitationWords` when the words open none, `invitationOld` when it is too old.
 */
export async function openInvitation(
  words: readonly string[],
  where: SharedFolder | Uint8Array,
  now: Date,
): Promise<InvitationLetter> {
  const passphrase = passphraseOfWords(words, spokenWords)
  for (const bytes of where instanceof Uint8Array ? [where] : await invitationsIn(where)) {
    const letter = passphrase === undefined ? undefined : await tryWords(passphrase, bytes)
    if (!letter) continue
    if (letter.until < now.toISOString()) throw new RuleBroken('invitationOld')
    return letter
  }
  throw new RuleBroken('invitationWords', { field: 'words' })
}

async function invitationsIn(folder: SharedFolder): Promise<Uint8Array[]> {
  const listing = await folder.list(false)
  if (typeof listing === 'string') throw new RuleBroken('folderUnusable', { field: 'folder' })
  const names = [...listing.entries.keys()].filter((name) => /^j\/[0-9a-f]{8}\/invitation\.age$/.test(name))
  if (names.length === 0) throw new RuleBroken('noInvitation', { field: 'folder' })
  const read = await Promise.all(names.slice(0, mostInvitations).map((name) => folder.read(name, mostLetterBytes)))
  const letters = read.filter((bytes) => typeof bytes !== 'string')
  // Whoever cannot read any has no wrong words.
  if (letters.length === 0) throw new RuleBroken('folderUnusable', { field: 'folder' })
  return letters
}

/** Answers for the inviter alone, and remembers what was answered. Throws RuleBroken `folderUnusable`. */
export async function sendAnswer(
  letter: InvitationLetter,
  own: Pick<DeviceEntry, 'id' | 'recipient' | 'signKey'> & { readonly name: string },
  { folder, change }: { readonly folder: SharedFolder; readonly change: Change },
): Promise<void> {
  const said = { invitation: letter.id, name: own.name, device: own.id, recipient: own.recipient, signKey: own.signKey }
  const answer: AnswerLetter = proveLetter(said, letter.secret)
  const bytes = await seal(writeLetter(answer), [letter.inviter.recipient])
  await change((tx) => saveInvitation(tx, 'invited', letter, answer))
  if (await folder.write(letterName(letter.id, 'answer'), bytes)) throw new RuleBroken('folderUnusable')
}

/** The welcome, once the inviter said yes. */
export async function lookForWelcome(
  { id, letter }: Invitation,
  identities: readonly string[],
  folder: SharedFolder,
): Promise<WelcomeLetter | undefined> {
  const bytes = await folder.read(letterName(id, 'welcome'), mostLetterBytes)
  if (typeof bytes === 'string') return undefined
  const opened = await unseal(bytes, identities)
  return 'plain' in opened ? readWelcome(opened.plain, letter) : undefined
}

async function tryWords(passphrase: string, bytes: Uint8Array): Promise<InvitationLetter | undefined> {
  try {
    const isLetter = bytes.length <= mostLetterBytes && lockOf(bytes) === 'words'
    const plain = isLetter ? await decryptByWords(passphrase, bytes) : undefined
    return plain && readInvitation(plain)
  } catch (error) {
    // A damaged one is passed over like one that these words do not open.
    if (error instanceof RuleBroken) return undefined
    throw error
  }
}
