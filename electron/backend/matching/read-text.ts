// What a payer wrote: member numbers, references, words of dues and words of something else.
import { findPaymentReferences } from '../../../shared/domain/payment-reference.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { LineToMatch } from './match-types.ts'
import { numberKey } from './member-index.ts'
import {
  isDuesLikeWord,
  isDuesWord,
  isFillerWord,
  isNumberOpener,
  isOtherWord,
  isPeriodWord,
  joinsNumbers,
} from './text-words.ts'

export interface TextReading {
  /** Folded words in their order. */
  readonly words: readonly string[]
  /** Numbers that stand where a member number is expected. */
  readonly numbers: readonly string[]
  /** Payment references whose check digit is right. */
  readonly references: readonly string[]
  /** "contributie", "lidmaatschap". */
  readonly duesWord: string | null
  /** Also "bijdrage", "lidnr" or a month. */
  readonly duesLikeWord: string | null
  /** Words that mean something else than dues, unless they are somebody's name. */
  readonly otherWords: readonly string[]
}

// A line is read to find out who may be meant, and again when it is matched.
const readBefore = new WeakMap<LineToMatch, TextReading>()

/** What the payer of a line wrote. */
export function readLineText(line: LineToMatch): TextReading {
  const reading = readBefore.get(line) ?? readText(line.text)
  readBefore.set(line, reading)
  return reading
}

export function readText(text: string): TextReading {
  const references = findPaymentReferences(text)
  const rest = text.replace(/\d[\d .-]{14,}\d/g, ' ')
  const words = foldText(rest.replace(/(lid(?:nr|nummer|no)?\.?)(?=\d)/gi, '$1 '))
    .split(' ')
    .filter((word) => word !== '')
  return {
    words,
    numbers: memberNumbers(words),
    references,
    duesWord: words.find(isDuesWord) ?? null,
    duesLikeWord: words.find((word) => isDuesWord(word) || isDuesLikeWord(word) || isPeriodWord(word)) ?? null,
    otherWords: words.filter(isOtherWord),
  }
}

/** Words that no list explains. */
export function unexplainedWords({ words }: TextReading): string[] {
  return words.filter((word) => word.length > 2 && !/^\d/.test(word) && !known.some((isKnown) => isKnown(word)))
}

const known = [isDuesWord, isDuesLikeWord, isPeriodWord, isFillerWord, isOtherWord]

/**
 * "lidnr 1010", "lid 1010 en 1011", "1270 contributie", "contributie 1270". A number elsewhere is a house number, an invoice
 * or a year; a year counts only right behind "lid".
 */
function memberNumbers(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!isDigits(word) || isAmount(words, at)) continue
    if (isYear(word) ? isRightBehindOpener(words, at) : isInItsPlace(words, at)) found.push(numberKey(word))
  }
  return [...new Set(found)]
}

function isInItsPlace(words: readonly string[], at: number): boolean {
  const start = chainStart(words, at)
  const before = words[start - 1]
  if (before !== undefined && (isNumberOpener(before) || isDuesWord(before))) return true
  // "Kerkstraat 167 contributie" is an address: in front of the word for dues a number opens the text.
  const after = words[chainEnd(words, at)]
  const opensText = before === undefined || isPeriodWord(before) || isFillerWord(before)
  return opensText && after !== undefined && (isDuesWord(after) || isNumberOpener(after))
}

/** Where a run of numbers such as "1010, 1011 en 1012" begins. */
function chainStart(words: readonly string[], at: number): number {
  let start = at
  while (start > 0 && isLink(words[start - 1])) start -= 1
  return start
}

function chainEnd(words: readonly string[], at: number): number {
  let end = at + 1
  while (end < words.length && isLink(words[end])) end += 1
  return end
}

const isLink = (word: string | undefined) => isDigits(word) || (word !== undefined && joinsNumbers(word))

function isRightBehindOpener(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? ''
  return isNumberOpener(before) || (joinsNumbers(before) && isNumberOpener(words[at - 2] ?? ''))
}

/** "3 maanden", "10 euro", "10,00", "5 april": how much or when, not who. */
function isAmount(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? ''
  if (/^(?:euro?|x|maal|keer|00)$/.test(next) || words[at] === '00') return true
  // "lidnr 16 + 17 juli" is no day.
  return next.length > 1 && isPeriodWord(next) && !isBehindOpener(words, at)
}

function isBehindOpener(words: readonly string[], at: number): boolean {
  return isNumberOpener(words[chainStart(words, at) - 1] ?? '')
}

const isDigits = (word: string | undefined) => word !== undefined && /^\d{1,6}$/.test(word)
const isYear = (word: string) => /^(?:19|20)\d\d$/.test(word)
