// Texts that begin with the other account: SNS, ASN and RegioBank (account and name on the first line, the text on the next),
// Knab's older files (REK: .../NAAM: ...) and ING's older ones (account, BIC, name and text in one, nothing between them).
import type { BankEntry } from './bank-file.ts'
import { plainAccount } from './make-entry.ts'
import { joinWrapped } from './wrapped-lines.ts'

const iban = '[A-Za-z]{2}\\d{2}[A-Za-z0-9]{8,30}'
const ownLine = new RegExp(`^(${iban})(?:\\s+(.*))?$`)
const labelled = /^REK:\s*([^/]*?)\s*\/\s*NAAM:\s*(.*)$/i
const oldIngIban = new RegExp(`^(?:(\\D*?)\\s+)?(${iban})\\s+(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\\s+)?(.*)$`)
const oldIngNumber = /^()(\d{7,10})\s+(.*)$/

export function isAccountFirst(lines: readonly string[]): boolean {
  const first = (lines[0] ?? '').trim()
  return ownLine.test(first) || labelled.test(first)
}

export function accountFirstSays(lines: readonly string[]): Partial<BankEntry> {
  const [first = '', ...rest] = lines
  const match = labelled.exec(first.trim()) ?? ownLine.exec(first.trim())
  if (!match) return { text: joinWrapped(lines) }
  return {
    counterIban: plainAccount(match[1]),
    counterName: match[2]?.replace(/\s+/g, ' ').trim() || null,
    text: joinWrapped(rest),
  }
}

/** ING before 2014. Where the name ends is told only by NOTPROVIDED, which stands for a missing reference between name and text. */
export function oldIngSays(lines: readonly string[]): Partial<BankEntry> {
  const whole = joinWrapped(lines)
  const match = oldIngIban.exec(whole) ?? oldIngNumber.exec(whole)
  if (!match) return { text: whole }
  const [, kind, account, rest = ''] = match
  const ref = /\s*\bSCOR\/([A-Z]+)\/(\w+)/.exec(rest)
  const said = ref ? rest.replace(ref[0], '').trim() : rest
  const parted = /^(.*?)\s*\bNOTPROVIDED\b\s*(.*)$/.exec(said)
  return {
    ...(kind && { code: kind }),
    counterIban: plainAccount(account),
    counterName: parted?.[1] || null,
    text: parted ? (parted[2] ?? '') : said,
    structuredRef: ref?.[2] ?? null,
    refIssuer: ref?.[1] ?? null,
  }
}
