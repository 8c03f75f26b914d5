// What a list of words for the telephone must be. The list is checked by it, and it is checked by lists that are not.

/** Words that are wrong, each with the reason. */
export function problemsOfList(words: readonly string[]): string[] {
  const problems: string[] = []
  const byBeginning = new Map<string, string>()
  const bySound = new Map<string, string>()
  const all = new Set(words)
  for (const [index, word] of words.entries()) {
    if (!/^[a-z]{3,8}$/.test(word)) problems.push(`${word}: not 3 to 8 plain letters`)
    if (index > 0 && word <= (words[index - 1] ?? '')) problems.push(`${word}: not in order, or twice`)
    if (unkind.test(word)) problems.push(`${word}: nobody should have to read this out`)
    note(byBeginning, word.slice(0, 4), word, 'begins like', problems)
    note(bySound, soundOf(word), word, 'sounds like', problems)
    // Whoever types a whole word must be done: no word may be the beginning of another.
    if (word.length > 3 && all.has(word.slice(0, 3))) problems.push(`${word}: goes on where another ends`)
  }
  return problems
}

function note(seen: Map<string, string>, key: string, word: string, how: string, problems: string[]): void {
  const other = seen.get(key)
  if (other !== undefined) problems.push(`${word}: ${how} ${other}`)
  seen.set(key, word)
}

const unkind =
  /^(?:idioot|stom|dood|moord|oorlog|geweer|wapen|kanker|slet|hoer|neuk|kut|lul|pik|piemel|reet|schijt|poep|pis|duivel|hel|vies|lelijk|dief|slaaf|neger|flikker|mof|jood|graf|galg|beul|bom|mongool|dom)$/

/**
 * The sounds of a word as a poor telephone line carries them: letters that are spoken alike are one, and so are those that are
 * mistaken for each other (b and p, d and t, v and f, z and s, m and n); how long a vowel is does not count.
 */
function soundOf(word: string): string {
  let sound = word
  for (const [letters, as] of spokenAlike) sound = sound.replaceAll(letters, as)
  return sound.replace(/(.)\1+/g, '$1')
}

const spokenAlike = [
  ['sch', 'S'],
  ['ch', 'g'],
  ['ij', 'Y'],
  ['ei', 'Y'],
  ['au', 'W'],
  ['ou', 'W'],
  ['qu', 'kw'],
  ['ph', 'f'],
  ['th', 't'],
  ['x', 'ks'],
  ['ck', 'k'],
  ['c', 'k'],
  ['dt', 't'],
  ['v', 'f'],
  ['z', 's'],
  ['b', 'p'],
  ['d', 't'],
  ['m', 'n'],
  ['ie', 'i'],
  ['y', 'i'],
] as const
