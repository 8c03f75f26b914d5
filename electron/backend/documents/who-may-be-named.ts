// Whose name may leave the book, and for whom.

/** Those who said that they may stand on a list for the others. Nobody was asked yet: the book has no place for the answer. */
export async function whoAgreedToLists(): Promise<ReadonlySet<string>> {
  return new Set()
}
