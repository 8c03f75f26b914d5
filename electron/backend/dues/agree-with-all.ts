// A list of fifty members does not ask for fifty agreements one by one: what most of them pay is agreed in one action.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { restrictedPeople } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'
import { type NewAgreement, startAgreement } from './change-agreement.ts'
import { describeAction } from './describe-action.ts'
import { rowsOf } from './rows.ts'

interface MemberWithoutAgreement {
  readonly personId: string
  readonly name: string
  readonly membershipId: string
  readonly fromDay: Day
  readonly untilDay: Day | null
}

/**
 * Agrees on the same terms with whoever of these still has no agreement; nobody pays from before they joined.
 * @throws RuleBroken nobodyToAgreeWith, notFound (plan)
 */
export async function agreeWithAll(
  context: BookContext,
  {
    personIds,
    ...terms
  }: Pick<NewAgreement, 'planId' | 'intervalMonths' | 'anchorDay' | 'method' | 'fromDay'> & { personIds: string[] },
): Promise<{ count: number }> {
  return write(
    context,
    { kind: 'feeAgreementsMade', details: { count: 0, day: terms.fromDay } },
    async (tx, action) => {
      const chosen = new Set(personIds)
      const members = (await membersWithoutAgreement(tx, context.today())).filter(({ personId }) =>
        chosen.has(personId),
      )
      if (members.length === 0) throw new RuleBroken('nobodyToAgreeWith')
      for (const { personId, membershipId, fromDay, untilDay } of members) {
        await startAgreement(tx, {
          ...terms,
          id: context.newId(),
          personId,
          membershipId,
          fromDay: fromDay > terms.fromDay ? fromDay : terms.fromDay,
          untilDay,
          payer: null,
          reduction: null,
        })
      }
      await describeAction(tx, action, { count: members.length, day: terms.fromDay })
      return { count: members.length }
    },
  )
}

/**
 * Members of today and of later with whom nothing was agreed since they are a member, by name. Who is exempt has an agreement that says
 * so, and who has one that was ended pays nothing on purpose: both are asked one by one.
 */
export async function membersWithoutAgreement(db: Reader, today: Day): Promise<MemberWithoutAgreement[]> {
  const rows = await rowsOf<{
    id: string
    first_name: string
    infix: string
    last_name: string
    called: string
    membership_id: string
    from_day: Day
    until_day: Day | null
  }>(
    db,
    `SELECT p.id, p.first_name, p.infix, p.last_name, p.called, m.id AS membership_id, min(m.from_day) AS from_day, m.until_day
      FROM membership m JOIN person p ON p.id = m.person_id AND p.deleted_at IS NULL AND p.deceased_on IS NULL
      WHERE m.deleted_at IS NULL AND m.kind = 'lid' AND (m.until_day IS NULL OR m.until_day > ?1)
        AND p.id NOT IN ${restrictedPeople}
        AND NOT EXISTS (SELECT 1 FROM fee_agreement g WHERE g.person_id = p.id AND g.deleted_at IS NULL
          AND (g.until_day IS NULL OR (g.until_day > m.from_day AND g.until_day > g.from_day)))
      GROUP BY p.id ORDER BY p.sort_name, p.id`,
    [today],
  )
  return rows.map((row) => ({
    personId: row.id,
    name: formatName({ firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called }),
    membershipId: row.membership_id,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }))
}
