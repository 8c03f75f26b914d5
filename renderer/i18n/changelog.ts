let fetched: Promise<string> | undefined

/** CHANGELOG.md as it is, in a script of its own. The same promise every time, so that a component can wait for it. */
export function changelog(): Promise<string> {
  fetched ??= import('../../CHANGELOG.md?raw').then((file) => file.default)
  return fetched
}
