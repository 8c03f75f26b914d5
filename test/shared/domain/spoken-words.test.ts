import { describe, expect, test } from 'vitest'
import words from '../../../resources/words/spoken-words.json' with { type: 'json' }
import {
  completeSpokenWord,
  passphraseOfWords,
  readSpokenWord,
  splitSpokenWords,
} from '../../../shared/domain/spoken-words.ts'
import { problemsOfList } from '../../support/spoken-list.ts'

describe('the list of words that are read out', () => {
  test('holds 2,048 short words, each known by four letters and by ear', () => {
    expect(words).toHaveLength(2048)
    expect(problemsOfList(words)).toEqual([])
  })

  test('would be refused with a word too many, too long, too like another, or rude', () => {
    const spoilt = (word: string) => problemsOfList([...words, word].sort())
    expect(spoilt('tulp')).not.toEqual([])
    expect(spoilt('tulpenbol')).not.toEqual([])
    // The same four letters, the beginning of another, and the same sounds.
    expect(problemsOfList(['molenaar', 'molen'])).not.toEqual([])
    expect(problemsOfList(['kas', 'kasteel'])).not.toEqual([])
    expect(problemsOfList(['haven', 'hafen'])).not.toEqual([])
    expect(problemsOfList(['ijs', 'eis'])).not.toEqual([])
    expect(problemsOfList(['café'])).not.toEqual([])
    expect(problemsOfList(['idioot'])).not.toEqual([])
    expect(problemsOfList(['zout', 'appel'])).not.toEqual([])
  })
})

describe('a word that is typed', () => {
  test('is told to be wrong at the first letter that no word has there', () => {
    expect(readSpokenWord('tu', words)).toMatchObject({ kind: 'begun' })
    expect(readSpokenWord('tuq', words)).toEqual({ kind: 'wrong' })
    expect(readSpokenWord('', words)).toEqual({ kind: 'empty' })
  })

  test('is whole after four letters, whatever its capitals and accents', () => {
    for (const word of words) expect(completeSpokenWord(word.slice(0, 4), words)).toBe(word)
    expect(completeSpokenWord(' TÚLP ', words)).toBe('tulp')
    expect(readSpokenWord('Tulp', words)).toEqual({ kind: 'whole', word: 'tulp' })
  })

  test('makes a passphrase with three others of the list only', () => {
    const four = splitSpokenWords('Tulp – station,\nketel  regen.')
    expect(passphraseOfWords(four, words)).toBe('tulp station ketel regen')
    expect(passphraseOfWords(['tulp', 'stati', 'kete', 'rege'], words)).toBe('tulp station ketel regen')
    expect(passphraseOfWords(['tulp', 'station', 'ketel'], words)).toBeUndefined()
    expect(passphraseOfWords(['tulp', 'station', 'ketel', 'qqqq'], words)).toBeUndefined()
    expect(passphraseOfWords(['tulp', 'station', 'ketel', 'r'], words)).toBeUndefined()
  })
})
