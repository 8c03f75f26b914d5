// Bytes to text. Excel, LibreOffice and web exports write six encodings between them and seldom say which.
import { RuleBroken } from '../rule-broken.ts'

export interface DecodedText {
  readonly text: string
  /** As TextDecoder names it. */
  readonly encoding: string
}

/** The text of a file. Throws RuleBroken `importNotAList` for anything that is not text. */
export function decodeText(bytes: Uint8Array): string {
  const decoded = textIn(bytes)
  if (!decoded) throw new RuleBroken('importNotAList')
  return decoded.text
}

/**
 * A byte order mark decides; else a pattern of zero bytes (UTF-16 without a mark); else UTF-8 if every byte fits it,
 * because no other encoding passes for it by accident; else Windows-1252. Undefined for anything that is not text.
 */
export function textIn(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decode(bytes)
  return decoded?.text.includes('\0') ? undefined : decoded
}

function decode(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return undefined // UTF-32
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs('utf-8', bytes)
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes)
  const wide = wideEncoding(bytes)
  if (wide) return decodeAs(wide, bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decodeAs('windows-1252', bytes)
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** Western text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length === 0) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.02) return 'utf-16be'
  return undefined
}
