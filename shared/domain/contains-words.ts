import { foldText } from './person-name.ts'

/** Whether every word that was typed stands in the text, in any order, with or without accents. */
export function containsWords(text: string, typed: string): boolean {
  const place = foldText(text)
  return foldText(typed)
    .split(' ')
    .every((word) => place.includes(word))
}
