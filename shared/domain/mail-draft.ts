// A letter as an address that opens the user's own mail program. Nothing is sent: it stands there ready, and a person presses send.
import { readEmail } from './email-address.ts'

export interface MailDraft {
  readonly to: readonly string[]
  /** Each sees only their own address. */
  readonly bcc: readonly string[]
  readonly subject: string
  readonly body: string
}

/** What Windows hands on to another program at the most, with some room. */
export const longestAddress = 1900

/**
 * The mailto: address of a draft; undefined when one of the addresses is none. A text that makes it too long is left out: then it has
 * to be pasted.
 */
export function mailtoOf(draft: MailDraft): string | undefined {
  const to = draft.to.map(safeAddress)
  const bcc = draft.bcc.map(safeAddress)
  if (to.length + bcc.length === 0 || [...to, ...bcc].includes(undefined)) return undefined
  const whole = written(to.join(), bcc.join(), draft.subject, draft.body)
  if (whole.length <= longestAddress) return whole
  const withoutText = written(to.join(), bcc.join(), draft.subject, '')
  return withoutText.length <= longestAddress ? withoutText : undefined
}

/** Whether the text travels along, or has to be pasted. */
export function carriesText(draft: MailDraft): boolean {
  const address = mailtoOf(draft)
  return address !== undefined && (draft.body === '' || address.includes('body='))
}

/** Addresses in groups that each fit in one draft: mail programs and providers refuse a long row. */
export function bccPortions(addresses: readonly string[], rest: Omit<MailDraft, 'to' | 'bcc'>): readonly string[][] {
  const portions: string[][] = []
  for (const address of addresses) {
    const last = portions.at(-1)
    const fits = last && last.length < mostAtOnce && carriesText({ ...rest, to: [], bcc: [...last, address] })
    if (fits) last.push(address)
    else portions.push([address])
  }
  return portions
}

/** Providers take more for unwanted mail. */
const mostAtOnce = 50

function safeAddress(address: string): string | undefined {
  const read = readEmail(address)
  return read === null ? undefined : encodeURIComponent(read).replaceAll('%40', '@')
}

function written(to: string, bcc: string, subject: string, body: string): string {
  const fields = [
    ['bcc', bcc],
    ['subject', encodeURIComponent(subject)],
    ['body', encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))],
  ].flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]))
  return `mailto:${to}${fields.length > 0 ? `?${fields.join('&')}` : ''}`
}
