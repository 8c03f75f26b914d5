// CHANGELOG.md is the one source of what is new: for every version a list for each language of the window.

export interface NewVersion {
  readonly version: string
  readonly lines: { readonly nl: readonly string[]; readonly en: readonly string[] }
}

const languageOf = { Nederlands: 'nl', English: 'en' } as const

/** The versions, the newest first, as the file has them. */
export function readChangelog(text: string): readonly NewVersion[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      version: /^[\d.]+/.exec(part)?.[0] ?? '',
      lines: { nl: linesOf(part, 'nl'), en: linesOf(part, 'en') },
    }))
}

function linesOf(part: string, language: 'nl' | 'en'): readonly string[] {
  const lists = part.split(/^### /m).slice(1)
  const list = lists.find((one) =>
    Object.entries(languageOf).some(([name, code]) => code === language && one.startsWith(name)),
  )
  return (list ?? '').split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []))
}

/** Whether `version` came after `other`; every version came after none. */
export function isNewer(version: string, other: string): boolean {
  const [a, b] = [partsOf(version), partsOf(other)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

const partsOf = (version: string): readonly number[] => [0, 1, 2].map((at) => Number(version.split('.')[at] || 0))
