// Walks through XML that programs write: elements, a few attributes, text. No entities of its own, no DTD, no namespaces
// (prefixes are dropped), no tree in memory. What is not well formed ends in `importDamaged`.
import { RuleBroken } from '../rule-broken.ts'

export interface XmlVisitor {
  /** `attributes` is the raw text behind the name; ask {@link attribute} for one of them. */
  open(name: string, attributes: string): void
  /** Called for `<x/>` too, right after open. */
  close(name: string): void
  /** Text between tags, character references resolved. */
  text(text: string): void
}

export function scanXml(content: Uint8Array, visitor: XmlVisitor): void {
  const xml = decodeXml(content)
  let at = 0
  let depth = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at && depth > 0) visitor.text(resolve(xml.slice(at, tag)))
    const second = xml[tag + 1]
    if (second === '?') at = skip(xml, '?>', tag)
    else if (second === '!') {
      if (xml.startsWith('<!--', tag)) at = skip(xml, '-->', tag)
      else if (xml.startsWith('<![CDATA[', tag)) {
        at = skip(xml, ']]>', tag)
        visitor.text(xml.slice(tag + 9, at - 3))
      } else throw new RuleBroken('importUnsafe') // <!DOCTYPE and <!ENTITY have no place in a spreadsheet
    } else {
      const end = endOfTag(xml, tag)
      if (second === '/') {
        depth -= 1
        visitor.close(localName(xml.slice(tag + 2, end).trim()))
      } else {
        const closed = xml[end - 1] === '/'
        const inside = xml.slice(tag + 1, closed ? end - 1 : end)
        const space = inside.search(/\s/)
        const name = localName(space < 0 ? inside : inside.slice(0, space))
        visitor.open(name, space < 0 ? '' : inside.slice(space))
        if (closed) visitor.close(name)
        else depth += 1
        if (depth > maxDepth) throw new RuleBroken('importUnsafe')
      }
      at = end + 1
    }
  }
  if (depth !== 0) throw new RuleBroken('importDamaged')
}

const maxDepth = 64

/** The value of one attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0
  for (;;) {
    const found = attributes.indexOf(`${name}=`, at)
    if (found < 0) return undefined
    const before = attributes.charCodeAt(found - 1)
    at = found + name.length + 1
    // A space, a line end or the colon of a prefix: otherwise it is the tail of a longer name.
    if (before > 32 && before !== 58) continue
    const quote = attributes[at]
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, at + 1) : -1
    if (end < 0) return undefined
    return resolve(attributes.slice(at + 1, end))
  }
}

function decodeXml(content: Uint8Array): string {
  const [a, b] = content
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(content)
  return new TextDecoder('utf-8').decode(content)
}

function skip(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  if (at < 0) throw new RuleBroken('importDamaged')
  return at + end.length
}

/** The `>` that ends a tag; one inside quotes does not. */
function endOfTag(xml: string, from: number): number {
  const end = xml.indexOf('>', from)
  if (end < 0) throw new RuleBroken('importDamaged')
  const tag = xml.slice(from, end)
  if (!tag.includes('"') && !tag.includes("'")) return end
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at] as string // at is inside the text
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  throw new RuleBroken('importDamaged')
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolve(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
  })
}
