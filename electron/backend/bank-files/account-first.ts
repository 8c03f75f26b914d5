// Texts that begin with the other account: SNS, ASN and RegioBank (account and name on the first line, the text on the next),
// and ING's older ones (account, BIC, name and text in one, nothing between them). In Knab's older files it stands at the end.
import type { BankEntry } from './bank-file.ts'
import { plainAccount } from './make-entry.ts'
import { isSlashText, slashSays } from './slash-text.ts'
import { joinWrapped, lineLength } from './wrapped-lines.ts'

const iban = '[A-Za-z]{2}\\d{2}[A-Za-z0-9]{8,30}'
const ownLine = new RegExp(`^(${iban})(?:\\s+(.*))?$`)
// Without an IBAN only where the next line is filled up with spaces, as these banks do: a text may begin with a number too.
const ownNumber = /^(\d{9,10})\s+(\D.*)$/
const accountLine = /^(?:REK:\s*([^/]*?)\s*\/\s*)?NAAM:\s*(.*)$/i
const oldIngIban = new RegExp(`^(?:(\\D*?)\\s+)?(${iban})\\s+(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\\s+)?(.*)$`)
const oldIngNumber = /^()(\d{7,10})\s+(.*)$/

export function isAccountFirst(lines: readonly string[]): boolean {
  return firstLine(lines) !== null
}

export function accountFirstSays(lines: readonly string[]): Partial<BankEntry> {
  const match = firstLine(lines)
  if (!match) return { text: joinWrapped(lines) }
  const counterIban = plainAccount(match[1])
  const counterName = match[2]?.replace(/\s+/g, ' ').trim() || null
  const rest = lines.slice(1)
  // Of collections these banks pass on what other banks put into the whole text.
  if (!isSlashText(rest)) return { counterIban, counterName, text: joinWrapped(rest) }
  const said = slashSays(rest.filter((line) => line.trim() !== ''))
  return { ...said, counterIban: said.counterIban ?? counterIban, counterName: said.counterName ?? counterName }
}

function firstLine(lines: readonly string[]): RegExpExecArray | null {
  const first = (lines[0] ?? '').trim()
  const isPadded = lines[1]?.length === lineLength && lines[1].trim() === ''
  return ownLine.exec(first) ?? (isPadded ? ownNumber.exec(first) : null)
}

/** Knab before its texts had keys: what was written, then `REK: .../NAAM: ...`, or of a payment by card the name alone. */
export function isAccountLast(lines: readonly string[]): boolean {
  return accountLineIn(lines) >= 0
}

export function accountLastSays(lines: readonly string[]): Partial<BankEntry> {
  const at = accountLineIn(lines)
  const line = lines[at] ?? ''
  const [, account, name = ''] = accountLine.exec(line) ?? []
  const after = lines.slice(at + 1)
  const isCut = line.length >= lineLength
  return {
    counterIban: plainAccount(account),
    counterName: joinWrapped(isCut ? [`${name}${after[0] ?? ''}`] : [name]) || null,
    text: joinWrapped([...lines.slice(0, Math.max(at, 0)), ...after.slice(isCut ? 1 : 0)]),
  }
}

function accountLineIn(lines: readonly string[]): number {
  return lines.findLastIndex((line, at) => accountLine.test(line) && (at > 0 || /^REK:/i.test(line)))
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
