// A language that nobody speaks, for tests: every word 40 percent longer and marked, so that clipped text and words that
// do not come from the locale files can be seen. Only the address `?pseudo=` switches it on; no screen offers it.

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Z: 'Ž',
}

export type Words = { readonly [key: string]: string | Words }

/** The same keys with longer, marked words; what is filled in (`{{name}}`) stays as it is. */
export function pseudoWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value),
    ]),
  )
}

export function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)))
    .join('')
  const letters = text.replace(/\{\{.*?\}\}/g, '').length
  return `[${accented}${' lång'.repeat(Math.ceil((letters * 0.4) / 5))}]`
}
