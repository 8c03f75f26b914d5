// A piece of an XML statement: only what the reader asks for is kept of a tag.
export interface CamtNode {
  /** Without prefix. */
  readonly name: string
  readonly line: number
  /** The attribute Ccy. */
  readonly currency: string | undefined
  text: string
  children: CamtNode[]
}

/** Most tags hold only text: they share one list, which addChild never touches. */
const none: CamtNode[] = []

export function makeNode(name: string, line: number, currency: string | undefined): CamtNode {
  return { name, line, currency, text: '', children: none }
}

export function addChild(parent: CamtNode, child: CamtNode): void {
  if (parent.children === none) parent.children = []
  parent.children.push(child)
}

/** The first node along a path of names. */
export function find(node: CamtNode | undefined, ...path: readonly string[]): CamtNode | undefined {
  let at = node
  for (const name of path) {
    if (!at) return undefined
    at = childOf(at, name)
  }
  return at
}

/** A plain loop: this is asked some thirty times of every entry. */
function childOf(node: CamtNode, name: string): CamtNode | undefined {
  for (const child of node.children) if (child.name === name) return child
  return undefined
}

export function findAll(node: CamtNode | undefined, name: string): readonly CamtNode[] {
  return node ? node.children.filter((child) => child.name === name) : []
}

/** The text of the first node along a path; undefined when there is none, or other elements in it. */
export function textOf(node: CamtNode | undefined, ...path: readonly string[]): string | undefined {
  const found = find(node, ...path)
  const text = found?.children.length === 0 ? found.text.trim() : ''
  return text === '' ? undefined : text
}
