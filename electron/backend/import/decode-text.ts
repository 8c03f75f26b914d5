// Bytes to text. Excel, LibreOffice and web exports write six encodings between them and seldom say which.
import { RuleBroken } from '../rule-broken.ts'

/**
 * A byte order mark decides; else a pattern of zero bytes (UTF-16 without a mark); else UTF-8 if every byte fits it,
 * because no other encoding passes for it by accident; else Windows-1252. Throws RuleBroken `importNotAList` for
 * anything that is not text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text.includes('\0')) throw new RuleBroken('importNotAList')
  return text
}

function decode(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw new RuleBroken('importNotAList') // UTF-32
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
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
