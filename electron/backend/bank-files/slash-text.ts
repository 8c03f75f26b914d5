// Texts of the form /KEY/value/KEY/value: ING, Rabobank, ABN AMRO, Triodos, bunq, Knab and Van Lanschot, each with its own keys.
import { countOf } from './bank-amount.ts'
import type { BankEntry } from './bank-file.ts'
import { given, plainAccount, refInText, returnCodeIn, type StructuredRef } from './make-entry.ts'

// Only these part the text: names and texts contain slashes of their own (B V / C O).
const mainKeys =
  'TRTP|RTYP|IBAN|BBAN|BIC|REMI|EREF|MARF|CSID|CNTP|RTRN|PREF|NRTX|PIND|ISDT|PURP|TRCD|IREF|BREF|RREF|CREF|ACCW|SWOC|SWOD|' +
  'OAMT|OCMT|COAM|CHGS|CHGR|EXCH|DCID|SVCL|CDTRREFTP|CDTRREF|ISSR'
const partyKeys = 'ORDP|BENM|ULTD|ULTC|ULTB'
const keyForm = new RegExp(`/(${mainKeys}|${partyKeys}|NAME|ADDR|ID|CD)(?=/)`, 'g')
const startForm = new RegExp(`^\\s*/(?:${mainKeys}|${partyKeys}|NAME)/`)
const isParty = new RegExp(`^(?:${partyKeys})$`)

/** Keys that are a part of another, and after which keys they can stand. Elsewhere they are text. */
const follows: Readonly<Record<string, RegExp>> = {
  ADDR: new RegExp(`^(?:${partyKeys}|NAME|ID|IBAN|BIC)$`),
  ID: new RegExp(`^(?:${partyKeys}|NAME|ADDR)$`),
  CD: /^(?:PURP|CDTRREFTP)$/,
}

export function isSlashText(lines: readonly string[]): boolean {
  return startForm.test(lines.find((line) => line.trim() !== '') ?? '')
}

export function slashSays(lines: readonly string[]): Partial<BankEntry> {
  // Cut at 65 characters wherever that is, also in the middle of a key.
  const values = valuesIn(lines.join(''))
  const party = counterpartyIn(values.get('CNTP'))
  const { text, ...ref } = remittanceIn(values)
  return {
    text,
    ...ref,
    counterIban: plainAccount(values.get('IBAN') ?? values.get('BBAN')) ?? party.account,
    counterName: party.name ?? given(values.get('NAME')),
    endToEndId: given(values.get('EREF')),
    mandateRef: given(values.get('MARF')),
    batchRef: given(values.get('PREF')),
    batchCount: countOf(values.get('NRTX') ?? '') ?? null,
    returnCode: returnCodeIn(values.get('RTRN')),
    code: given(values.get('TRTP') ?? values.get('RTYP')),
  }
}

/** The first value of each key. A key that comes a second time belongs to the text it stands in. */
function valuesIn(text: string): Map<string, string> {
  const values = new Map<string, string>()
  let key = ''
  let from = 0
  // Names of other parties than the two accounts (ultimate debtor, creditor) have NAME under a key of their own.
  let owner = ''
  const keep = (until: number) => {
    const name = isSubkey(key) && /^ULT/.test(owner) ? `${owner}.${key}` : key
    if (key !== '' && !values.has(name)) values.set(name, text.slice(from, until).replace(/\/$/, '').trim())
  }
  for (const match of text.matchAll(keyForm)) {
    const next = match[1] ?? ''
    const nextOwner = isSubkey(next) ? owner : isParty.test(next) ? next : ''
    const isKnown = values.has(next) || key === next
    if (follows[next] ? !follows[next].test(key) : isKnown && !(next === 'NAME' && isParty.test(key))) continue
    keep(match.index)
    key = next
    owner = nextOwner
    from = match.index + next.length + 2
  }
  keep(text.length)
  return values
}

function isSubkey(key: string): boolean {
  return key === 'NAME' || key === 'ADDR' || key === 'ID'
}

/** ING: `iban/bic/name/city/`, where the name may hold slashes. */
function counterpartyIn(value: string | undefined): { account: string | null; name: string | null } {
  if (value === undefined) return { account: null, name: null }
  const [account, , ...rest] = value.split('/')
  const name = rest.length > 1 ? rest.slice(0, -1) : rest
  return { account: plainAccount(account), name: given(name.join('/').replace(/\/+$/, '')) }
}

/** ING says which it is: `USTD//text` or `STRD/CUR/reference`. Rabobank has keys for a reference, ABN AMRO puts it into the text. */
function remittanceIn(values: ReadonlyMap<string, string>): StructuredRef & { readonly text: string } {
  const value = values.get('REMI') ?? ''
  const structured = /^STRD\/([A-Z]*)\/([^/]*)/.exec(value)
  if (structured) return { text: '', structuredRef: structured[2] || null, refIssuer: structured[1] || null }
  const text = value
    .replace(/^USTD\/\/|^\/REMI\//, '')
    .replace(/\s+/g, ' ')
    .trim()
  const structuredRef = given(values.get('CDTRREF'))
  if (structuredRef !== null) return { text, structuredRef, refIssuer: given(values.get('ISSR')) }
  return { text, ...refInText(text) }
}
