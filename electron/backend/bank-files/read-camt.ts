// Statements in XML: camt.053 of any version, told by the names of its elements, because the parts that are needed hardly
// changed between them. Strict on well-formedness, balances and amounts; a schema is not asked, as banks break their own.
import { SaxesParser } from 'saxes'
import { RuleBroken } from '../rule-broken.ts'
import type { BankFile, BankFileWarning, BankStatement } from './bank-file.ts'
import { addChild, type CamtNode, find, makeNode, textOf } from './camt-node.ts'
import { CamtStatement } from './camt-statement.ts'

const knownVersions = ['02', '03', '04', '05', '06', '07', '08']
const deepest = 64

/** Half of a statement is addresses and banks on the way, which nobody asks for: they are passed over without being kept. */
const unasked = new Set([
  'PstlAdr',
  'RltdAgts',
  'Ownr',
  'Svcr',
  'UltmtDbtr',
  'UltmtCdtr',
  'MsgRcpt',
  'Chrgs',
  'RltdDts',
  'SplmtryData',
])
const pieceLength = 64 * 1024

/**
 * Reads a whole camt.053 file. Throws RuleBroken `bankFileDoctype`, `bankFileDamaged`, `bankFileCutOff`, or one that
 * says which other file of XML this is.
 */
export function readCamt(bytes: Uint8Array): BankFile {
  refuseDoctype(bytes)
  const { encoding, decoder } = decoderFor(bytes)
  const reading = new Reading()
  try {
    for (let at = 0; at < bytes.length; at += pieceLength) {
      reading.write(decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true }))
    }
    reading.close(decoder.decode())
  } catch (error) {
    // Only the decoder throws such: a byte that is no letter in the encoding which the file claims.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new RuleBroken('bankFileDamaged', { line: reading.line })
    }
    throw error
  }
  return { format: reading.format, encoding, delimiter: null, ...reading.result() }
}

/** Bank files have none; a document type is how XML is made to fetch files and to grow without end. */
function refuseDoctype(bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw new RuleBroken('bankFileDoctype')
}

function decoderFor(bytes: Uint8Array): { encoding: string; decoder: InstanceType<typeof TextDecoder> } {
  const [a, b] = bytes
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  try {
    const decoder = new TextDecoder(wide ?? declared, { fatal: true })
    return { encoding: decoder.encoding, decoder }
  } catch {
    throw new RuleBroken('bankFileDamaged', { line: 1 })
  }
}

/** The way down from the document to a statement; what is under it is kept until the statement, or the entry, is whole. */
class Reading {
  format = ''
  private readonly parser = new SaxesParser()
  private readonly open: CamtNode[] = []
  private readonly statements: BankStatement[] = []
  private readonly warnings: BankFileWarning[] = []
  private statement: CamtStatement | undefined
  private readonly plainNames = new Map<string, string>()
  private namespace = ''
  private isListening = false
  private isAtEnd = false
  /** How deep we are in a part that is passed over. */
  private passing = 0

  constructor() {
    this.parser.on('error', () => {
      throw new RuleBroken(this.isAtEnd ? 'bankFileCutOff' : 'bankFileDamaged', { line: this.line })
    })
    this.parser.on('doctype', () => {
      throw new RuleBroken('bankFileDoctype')
    })
    this.parser.on('opentag', ({ name, attributes }) => {
      this.enter(this.plainNameOf(name), attributes)
      this.listen()
    })
    this.parser.on('closetag', () => {
      this.leave()
      this.listen()
    })
  }

  /** Text counts only in an element that is kept and has no other in it: between elements there are only line ends. */
  private listen(): void {
    const isHeard = this.passing === 0 && this.open[this.open.length - 1]?.children.length === 0
    if (isHeard === this.isListening) return
    this.isListening = isHeard
    if (isHeard) {
      this.parser.on('text', this.addText)
      this.parser.on('cdata', this.addText)
    } else {
      // Unheard text is not even cut out of the file.
      this.parser.off('text')
      this.parser.off('cdata')
    }
  }

  private readonly addText = (text: string): void => {
    const node = this.open[this.open.length - 1]
    if (node) node.text += text
  }

  /** The same few names come a hundred thousand times: each is cut and kept once. */
  private plainNameOf(name: string): string {
    const known = this.plainNames.get(name)
    if (known !== undefined) return known
    const plain = withoutPrefix(name)
    this.plainNames.set(name, plain)
    return plain
  }

  get line(): number {
    return this.parser.line
  }

  write(text: string): void {
    this.parser.write(text)
  }

  close(rest: string): void {
    this.parser.write(rest)
    this.isAtEnd = true
    this.parser.close()
  }

  result(): { statements: readonly BankStatement[]; warnings: readonly BankFileWarning[] } {
    if (this.statements.length === 0) throw new RuleBroken('bankFileNoStatement')
    return { statements: this.statements, warnings: this.warnings }
  }

  private enter(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open.length + this.passing >= deepest) throw new RuleBroken('bankFileDamaged', { line: this.line })
    if (this.passing > 0 || unasked.has(name)) {
      this.passing += 1
      return
    }
    const node = makeNode(name, this.line, attributes.Ccy)
    const parent = this.open[this.open.length - 1]
    if (parent) addChild(parent, node)
    this.open.push(node)
    const depth = this.open.length
    if (depth === 1) {
      if (name !== 'Document') throw new RuleBroken('bankFileWrongXml', { root: shownName(name) })
      this.namespace = Object.values(attributes).find((value) => value.includes('camt.')) ?? ''
    }
    if (depth === 2) this.recognise(name)
    if (depth === 3 && name === 'Stmt') this.statement = new CamtStatement(this.line)
  }

  private recognise(name: string): void {
    if (name !== 'BkToCstmrStmt') throw wrongMessage(name)
    // A second message in one document would be a file that no bank makes.
    if (this.format !== '') throw new RuleBroken('bankFileDamaged', { line: this.line })
    const version = /camt\.053\.001\.(\d{2})$/.exec(this.namespace)?.[1]
    this.format = version === undefined ? 'camt.053' : `camt.053.001.${version}`
    if (version === undefined || !knownVersions.includes(version)) {
      this.warnings.push({ code: 'versionUnknown', details: { version: this.format } })
    }
  }

  private leave(): void {
    if (this.passing > 0) {
      this.passing -= 1
      return
    }
    const depth = this.open.length
    const node = this.open.pop()
    const parent = this.open[depth - 2]
    if (!node || !this.statement || !parent) return
    if (depth === 4 && node.name === 'Ntry') {
      this.statement.addEntry(node, parent)
      // Ten thousand entries are not kept twice.
      parent.children.pop()
    } else if (depth === 3 && node.name === 'Stmt') {
      const { statement, warnings } = this.statement.finish(node)
      this.statements.push(statement)
      this.warnings.push(...warnings, ...pageWarning(node, statement))
      this.statement = undefined
      parent.children.pop()
    }
  }
}

function pageWarning(stmt: CamtNode, { account }: BankStatement): BankFileWarning[] {
  const isLast = textOf(find(stmt, 'StmtPgntn'), 'LastPgInd')
  return isLast === 'false' || isLast === '0' ? [{ code: 'morePages', details: { account } }] : []
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function wrongMessage(name: string): RuleBroken {
  // camt.052 is the day so far, camt.054 a notification of some entries: both repeat what the statement says.
  if (name === 'BkToCstmrAcctRpt' || name === 'BkToCstmrDbtCdtNtfctn') return new RuleBroken('bankFileNotification')
  if (/Initn$/.test(name) || name === 'CstmrPmtStsRpt') return new RuleBroken('bankFileOrder')
  return new RuleBroken('bankFileWrongXml', { root: shownName(name) })
}

function shownName(name: string): string {
  return name.slice(0, 40)
}
