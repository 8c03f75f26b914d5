// Who is on the other side of an entry.
import { type CamtNode, find, textOf } from './camt-node.ts'
import { plainAccount } from './make-entry.ts'

interface Party {
  readonly account: string | null
  readonly name: string | null
}

/**
 * The party whose account is not ours. Which of the two that is does not follow from the direction: in a returned direct
 * debit banks write the member as creditor. The direction decides only where both accounts are strangers, or none is there.
 */
export function counterpartyOf(details: CamtNode | undefined, ownAccount: string, isOut: boolean): Party {
  const parties = find(details, 'RltdPties')
  const debtor = partyOf(parties, 'Dbtr', 'DbtrAcct')
  const creditor = partyOf(parties, 'Cdtr', 'CdtrAcct')
  const [likely, other] = isOut ? [creditor, debtor] : [debtor, creditor]
  const isOther = ({ account }: Party) => account !== null && !isSameAccount(account, ownAccount)
  if (isOther(likely)) return withNameOf(likely, other, ownAccount)
  if (isOther(other)) return withNameOf(other, likely, ownAccount)
  // Only names: the likely one, unless its account is our own.
  if (likely.account === null)
    return { account: null, name: likely.name ?? (other.account === null ? other.name : null) }
  return { account: null, name: other.account === null ? other.name : null }
}

function withNameOf(party: Party, other: Party, ownAccount: string): Party {
  if (party.name !== null || other.name === null) return party
  const isOwn = other.account !== null && isSameAccount(other.account, ownAccount)
  return isOwn ? party : { account: party.account, name: other.name }
}

function partyOf(parties: CamtNode | undefined, party: string, account: string): Party {
  const id = find(parties, account, 'Id')
  return {
    account: plainAccount(textOf(id, 'IBAN') ?? textOf(id, 'Othr', 'Id')),
    // Version 8 puts a level between; files exist that mix both. A bank as party is an agent.
    name:
      textOf(parties, party, 'Nm') ??
      textOf(parties, party, 'Pty', 'Nm') ??
      textOf(parties, party, 'Agt', 'FinInstnId', 'Nm') ??
      null,
  }
}

/** Some statements name the own account by its bare number, and by its IBAN in the entries. */
function isSameAccount(account: string, own: string): boolean {
  return account === own || (/^\d{9,10}$/.test(own) && account.endsWith(own.padStart(10, '0')))
}
