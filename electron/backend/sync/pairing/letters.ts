// The three letters by which a PC joins, in the folder under j/<invitation>/: the invitation, locked by four words that are said over
// the telephone; the answer, for the inviter alone; and the welcome, for the new PC alone. The invitation holds nothing of the book:
// whoever guesses the words can only answer, and is let in by nobody who does not hear his voice.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { sharingRoles } from '../../../../shared/domain/sharing-role.ts'

const device = z.string().regex(/^[0-9a-f]{8}$/)
const recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
const key = z.base64().length(44)

const invitationLetter = z.object({
  format: z.literal(1),
  /** The name of the invitation in the folder. */
  id: device,
  vault: z.string().regex(/^[0-9a-f]{16}$/),
  bookName: z.string().max(200),
  /** For whom, as the inviter calls them. */
  invited: z.string().max(100),
  role: z.enum(sharingRoles),
  inviter: z.object({ device, name: z.string().max(100), recipient, signKey: key }),
  /** Those who take part already, by name. */
  people: z.array(z.string().max(100)).max(16),
  /** Proves that who answers has opened this letter. */
  secret: key,
  until: z.iso.datetime(),
})

const answerLetter = z.object({
  invitation: device,
  /** Whose PC it is. */
  name: z.string().min(1).max(100),
  device,
  recipient,
  signKey: key,
  proof: key,
})

const welcomeLetter = z.object({
  invitation: device,
  /** null: nothing was ever sealed in this book. */
  bookKey: z
    .object({
      id: z.string().max(100),
      version: z.int().min(1).max(255),
      checkValue: z.string().max(200),
      madeAt: z.string().max(40),
      key,
      /** The wrap that the recovery sheet opens, so that it does on every PC. */
      sheet: z
        .object({ wrapped: z.string().max(5000), recipient, root: key.optional(), madeAt: z.string() })
        .nullable(),
    })
    .nullable(),
  proof: key,
})

export type InvitationLetter = z.output<typeof invitationLetter>
export type AnswerLetter = z.output<typeof answerLetter>
export type WelcomeLetter = z.output<typeof welcomeLetter>

export const letterName = (invitation: string, what: 'invitation' | 'answer' | 'welcome') =>
  `j/${invitation}/${what}.age`

export const makeSecret = () => randomBytes(32).toString('base64')

export const writeLetter = (letter: InvitationLetter | AnswerLetter | WelcomeLetter): Uint8Array =>
  Buffer.from(`${JSON.stringify(letter)}\n`, 'utf8')

export const readInvitation = (plain: Uint8Array): InvitationLetter | undefined => read(invitationLetter, plain)

/** undefined when it is not a letter, is of another invitation, or was not written by somebody who opened the invitation. */
export function readAnswer(plain: Uint8Array, { id, secret }: InvitationLetter): AnswerLetter | undefined {
  const letter = read(answerLetter, plain)
  return letter && letter.invitation === id && isProven(letter, secret) ? letter : undefined
}

export function readWelcome(plain: Uint8Array, { id, secret }: InvitationLetter): WelcomeLetter | undefined {
  const letter = read(welcomeLetter, plain)
  return letter && letter.invitation === id && isProven(letter, secret) ? letter : undefined
}

export function proveLetter<Letter extends object>(letter: Letter, secret: string): Letter & { proof: string } {
  return { ...letter, proof: proofOf(letter, secret) }
}

/**
 * Numbers of the two words that both screens show. They come from the keys of both PCs: somebody in between who put in other keys makes
 * other words, and the two on the telephone notice.
 */
export function checkNumbers({ id, secret, inviter }: InvitationLetter, answer: AnswerLetter, words: number): number[] {
  const about = [id, inviter.recipient, inviter.signKey, answer.device, answer.recipient, answer.signKey]
  const digest = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(JSON.stringify(['words', about]))
    .digest()
  return [digest.readUInt32BE(0) % words, digest.readUInt32BE(4) % words]
}

function isProven<Letter extends { readonly proof: string }>({ proof, ...letter }: Letter, secret: string): boolean {
  return timingSafeEqual(Buffer.from(proof, 'base64'), Buffer.from(proofOf(letter, secret), 'base64'))
}

function proofOf(letter: object, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64')).update(JSON.stringify(letter, inOrder)).digest('base64')
}

/** For a proof the order of the keys must not matter: who reads puts them in that of the shape. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function read<Letter>(shape: z.ZodType<Letter>, plain: Uint8Array): Letter | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // Not even JSON: not a letter.
    return undefined
  }
}
