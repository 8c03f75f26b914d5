// Ways in which a file can be wrong, picked by a seeded chance.
import { makeZip, type ZipPart } from '../../support/make-zip.ts'
import type { Random } from '../../support/random.ts'
import type { Original } from './corpus.ts'

/** A mutated file: one to four changes, in the bytes or in what is inside the zip. */
export function mutate(originals: readonly Original[], random: Random): Uint8Array {
  const original = random.pick(originals)
  if (!original) throw new Error('the corpus is empty')
  let bytes = original.kind === 'bytes' ? original.bytes : makeZip(mutateParts(original.parts, random))
  // What was changed inside is often left whole outside: otherwise few files would get past the zip.
  const changes = original.kind === 'parts' && random.chance(0.7) ? 0 : 1 + random.below(4)
  for (let count = 0; count < changes; count += 1) bytes = mutateBytes(bytes, originals, random)
  return bytes
}

function mutateParts(parts: readonly ZipPart[], random: Random): ZipPart[] {
  const changed = [...parts]
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(changed.length)
    const part = changed[at]
    if (!part) continue
    const kind = random.below(12)
    if (kind === 0) changed.splice(at, 1)
    else if (kind === 1) changed.push(part)
    else if (kind === 2) changed[at] = { ...part, size: random.below(2 ** 32) }
    else if (kind === 3) changed[at] = { ...part, flags: random.below(65_536) }
    else if (kind === 4) changed[at] = { ...part, name: mutateText(part.name, random) }
    else if (kind === 5) changed[at] = { ...part, content: mutateBytes(part.content, [], random) }
    else
      changed[at] = {
        ...part,
        content: new TextEncoder().encode(mutateText(new TextDecoder().decode(part.content), random)),
      }
  }
  return changed.length === 0 ? [...parts] : changed
}

const words = [
  '<row>',
  '</row>',
  '<c r="A1">',
  '<c r="XFD1048576"><v>1</v></c>',
  '<v>',
  '</sheetData>',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE x>',
  '&#0;',
  '&#x10FFFF;',
  '&amp;',
  '"',
  "'",
  '>',
  '<',
  '_x0000_',
  '1e999',
  '-1',
  '99999999999999999999',
  'r="0"',
  'r="A99999999"',
  't="s"',
  's="77"',
  '\u0000',
  '\ufffe',
]

function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  const until = Math.min(text.length, at + random.below(20))
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(until)
    case 1:
      return text.slice(0, at) + (random.pick(words) ?? '') + text.slice(at)
    case 2:
      return text.slice(0, at) + (random.pick(words) ?? '') + text.slice(until)
    case 3:
      return text.slice(0, at) + text.slice(at, until).repeat(random.below(40)) + text.slice(at)
    default:
      return text.replace(/\d+/g, (digits) => (random.chance(0.1) ? String(random.below(2 ** 31)) : digits))
  }
}

const pieces = [
  ';',
  ',',
  '\t',
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  '=',
  "'",
  '\u0000',
  '\ufeff',
  'é',
  ';'.repeat(300),
  '"'.repeat(33),
  'x'.repeat(33_000),
  '\n'.repeat(500),
  'PK\u0003\u0004',
].map((text) => new TextEncoder().encode(text))

function mutateBytes(bytes: Uint8Array, originals: readonly Original[], random: Random): Uint8Array {
  const at = random.below(bytes.length + 1)
  const until = Math.min(bytes.length, at + random.below(64))
  switch (random.below(8)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return bytes.slice(at)
    case 2:
      return join(bytes.slice(0, at), bytes.slice(until))
    case 3:
      return join(bytes.slice(0, at), random.pick(pieces) ?? bytes, bytes.slice(at))
    case 4:
      return join(bytes.slice(0, until), bytes.slice(at))
    case 5: {
      const other = random.pick(originals)
      return other?.kind === 'bytes'
        ? join(bytes.slice(0, at), other.bytes.slice(random.below(other.bytes.length)))
        : bytes
    }
    default: {
      const changed = bytes.slice()
      for (let count = 1 + random.below(6); count > 0 && changed.length > 0; count -= 1) {
        changed[random.below(changed.length)] = random.chance(0.3)
          ? (random.pick([0, 0xff, 0x80, 0x22, 0x3c]) ?? 0)
          : random.below(256)
      }
      return changed
    }
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
