// A piece of an XML statement: only what the reader asks for is kept of a tag.
export interface CamtNode {
  /** Without prefix. */
  readonly name: string
  readonly line: number
  /** The attribute Ccy. */
  currency: string | undefined
  text: string
  readonly children: CamtNode[]
}

export function makeNode(name: string, line: number): CamtNode {
  return { name, line, currency: undefined, text: '', children: [] }
}

/** The first node along a path of names. */
export function find(node: CamtNode | undefined, ...path: readonly string[]): CamtNode | undefined {
  let at = node
  for (const name of path) {
    if (!at) return undefined
    at = at.children.find((child) => child.name === name)
  }
  return at
}

export function findAll(node: CamtNode | undefined, name: string): readonly CamtNode[] {
  return node ? node.children.filter((child) => child.name === name) : []
}

/** The text of the first node along a path; undefined when there is none or it is empty. */
export function textOf(node: CamtNode | undefined, ...path: readonly string[]): string | undefined {
  const text = find(node, ...path)?.text.trim()
  return text === '' ? undefined : text
}
