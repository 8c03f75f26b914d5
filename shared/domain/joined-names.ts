// How several people are named together.

export interface GivenAndFamily {
  readonly given: string
  readonly family: string
}

/**
 * One family name once: "Joyce en Ruud Pinas". '' for nobody.
 * @param list joins words as the language does
 */
export function joinNames(people: readonly GivenAndFamily[], list: (words: readonly string[]) => string): string {
  const families = new Map<string, string[]>()
  for (const { given, family } of people) families.set(family, [...(families.get(family) ?? []), given])
  const names = [...families].map(([family, given]) =>
    [list(given.filter((name) => name !== '')), family].filter((part) => part !== '').join(' '),
  )
  return list(names)
}
