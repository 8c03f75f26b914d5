// How likely a candidate is: for the order of suggestions only. Money is never booked on it.
import { openOf } from './divide-amount.ts'
import type { Candidate } from './find-candidates.ts'
import type { Evidence } from './gather-evidence.ts'
import type { MemberIndex } from './member-index.ts'

export function likelihood(index: MemberIndex, evidence: Evidence, candidate: Candidate): number {
  const { marks, members, division } = candidate
  let points = fitPoints(candidate)
  if (marks.reference) points += 6
  if (marks.number) points += 4
  if (marks.textName) points += 3
  if (marks.firstNames) points += 1.5
  if (marks.address) points += 1
  // Once an account is known, the name on it says little about for whom of the household it pays.
  points += (evidence.account ? 1 : 2.5) * marks.ownName + 0.5 * marks.householdName
  if (marks.iban) points += 3
  if (marks.sameMembers) points += 1 + usualPoints(evidence, candidate)
  if (marks.sameShares) points += 1.5
  if (marks.namesOther) points -= 3
  const openCents = openOf(members.map(({ member }) => member))
  points += 0.4 * Math.min(1, openCents / Math.max(1, evidence.line.cents))
  if (!marks.iban && !evidence.account && members.some(({ member }) => index.paidFor.has(member.id))) points -= 0.6
  return points - 0.05 * members.length - 0.02 * division.guess
}

function fitPoints({ division }: Candidate): number {
  const byMonths: Readonly<Record<number, number>> = { 1: 1.2, 3: 0.9, 12: 0.9, 6: 0.7, 2: 0.5 }
  switch (division.kind) {
    case 'months':
      return byMonths[division.months] ?? 0.2
    case 'open':
      return 0.8
    case 'monthsAndOpen':
      return 0.5
    case 'rough':
      return 0
  }
}

/** How large a part of what the account paid was for just these members. */
function usualPoints({ account }: Evidence, candidate: Candidate): number {
  const payments = account?.payments ?? []
  return payments.filter((payment) => payment.membersKey === candidate.membersKey).length / payments.length
}
