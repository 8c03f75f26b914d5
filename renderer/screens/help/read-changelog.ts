// CHANGELOG.md is the one source of what is new: for every version what is new in each language of the window, in one list or under
// headings.

/** Lines under one heading, or without one. */
export interface NewsGroup {
  readonly title: string | null
  readonly lines: readonly string[]
}

export interface NewVersion {
  readonly version: string
  readonly groups: { readonly nl: readonly NewsGroup[]; readonly en: readonly NewsGroup[] }
}

const languageOf = { Nederlands: 'nl', English: 'en' } as const

/** The versions, the newest first, as the file has them. */
export function readChangelog(text: string): readonly NewVersion[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      version: /^[\d.]+/.exec(part)?.[0] ?? '',
      groups: { nl: groupsOf(part, 'nl'), en: groupsOf(part, 'en') },
    }))
}

function groupsOf(part: string, language: 'nl' | 'en'): readonly NewsGroup[] {
  const lists = part.split(/^### /m).slice(1)
  const list = lists.find((one) =>
    Object.entries(languageOf).some(([name, code]) => code === language && one.startsWith(name)),
  )
  const [plain = '', ...headed] = (list ?? '').split(/^#### /m)
  return [
    { title: null, lines: linesOf(plain) },
    ...headed.map((group) => ({ title: group.split('\n', 1)[0] ?? '', lines: linesOf(group) })),
  ].filter(({ lines }) => lines.length > 0)
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []))

/** Whether `version` came after `other`; every version came after none. */
export function isNewer(version: string, other: string): boolean {
  const [a, b] = [partsOf(version), partsOf(other)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

const partsOf = (version: string): readonly number[] => [0, 1, 2].map((at) => Number(version.split('.')[at] || 0))
