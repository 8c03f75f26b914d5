// Looks for words in the bytes of every file of a folder, in each of the ways in which a program may have written them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In which file and in which writing a word stands, with the letters that follow it; capitals and small letters alike. */
export function findInFiles(folder: string, word: string): string[] {
  const found = new Set<string>()
  const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1')
  const plain = new RegExp(`${word}\\w*`, 'gi')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name)).toString('latin1')
    for (const [hit] of bytes.matchAll(plain)) found.add(`${entry.name}: ${hit} as UTF-8`)
    if (bytes.toLowerCase().includes(wide(word.toLowerCase()))) found.add(`${entry.name}: ${word} as UTF-16LE`)
    // Base64 tells capitals from small letters.
    if (inBase64(word).some((part) => bytes.includes(part))) found.add(`${entry.name}: ${word} as base64`)
  }
  return [...found]
}

/** What of a word does not depend on what stands around it, for each place at which it may begin. */
function inBase64(word: string): string[] {
  return [word, word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1)].flatMap((written) =>
    [0, 1, 2].map((shift) => {
      const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(written)]).toString('base64')
      const begins = Math.ceil((shift * 8) / 6)
      const ends = Math.floor(((shift + Buffer.byteLength(written)) * 8) / 6)
      return whole.slice(begins, ends)
    }),
  )
}
