import type { Reader, Transaction } from '../../database/transaction.ts'
import type { AnswerLetter, InvitationLetter } from './letters.ts'

export interface Invitation {
  readonly id: string
  readonly side: 'inviter' | 'invited'
  readonly letter: InvitationLetter
  readonly answer: AnswerLetter | null
  readonly isSpoilt: boolean
}

export async function invitationsOf(db: Reader, side: Invitation['side']): Promise<Invitation[]> {
  const rows = await db.selectFrom('sync_invitation').selectAll().where('side', '=', side).orderBy('until').execute()
  return rows.map((row) => ({
    id: row.id,
    side: row.side,
    // Written by saveInvitation() alone.
    letter: JSON.parse(row.letter) as InvitationLetter,
    answer: row.answer === null ? null : (JSON.parse(row.answer) as AnswerLetter),
    isSpoilt: row.spoilt_at !== null,
  }))
}

/** The age keys that answers and welcomes which are still awaited are made for. */
export async function recipientsOfLetters(db: Reader): Promise<ReadonlySet<string>> {
  const invitations = [...(await invitationsOf(db, 'inviter')), ...(await invitationsOf(db, 'invited'))]
  return new Set(
    invitations.map(({ side, letter, answer }) => (side === 'invited' && answer ? answer : letter.inviter).recipient),
  )
}

export async function saveInvitation(
  tx: Transaction,
  side: Invitation['side'],
  letter: InvitationLetter,
  answer: AnswerLetter | null,
): Promise<void> {
  const row = { id: letter.id, side, letter: JSON.stringify(letter), until: letter.until }
  await tx
    .insertInto('sync_invitation')
    .values({ ...row, answer: answer && JSON.stringify(answer) })
    .execute()
}

export async function keepAnswer(tx: Transaction, id: string, answer: AnswerLetter): Promise<void> {
  await tx
    .updateTable('sync_invitation')
    .set({ answer: JSON.stringify(answer) })
    .where('id', '=', id)
    .execute()
}

export async function spoilInvitation(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.updateTable('sync_invitation').set({ spoilt_at: at }).where('id', '=', id).execute()
}

export async function deleteInvitation(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('sync_invitation').where('id', '=', id).execute()
}
