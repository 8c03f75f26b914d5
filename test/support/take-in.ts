// Gives a list to a backend the way a door does, and looks at what would happen with it.
import type { TestBackend } from './test-backend.ts'

async function receive(backend: TestBackend['backend'], name: string, bytes: Uint8Array | string): Promise<string> {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const reply = JSON.parse(await backend.receiveFile(name, pieces(content))) // the backend's own answer
  if (!reply.ok) throw new Error(`not received: ${reply.error.code}`)
  return reply.value.file
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536)
}

/** Opens a list; the answer is the arrangement. */
export async function openList({ api, backend }: TestBackend, bytes: Uint8Array | string, name = 'lijst.csv') {
  return api.imports.open({ file: await receive(backend, name, bytes) })
}

export function previewOf({ api }: TestBackend, id: string) {
  return api.imports.preview({ id, status: null, offset: 0, limit: 200 })
}

/** Opens a list and takes everybody in who can be. */
export async function takeIn(book: TestBackend, bytes: Uint8Array | string, name?: string) {
  const { id } = await openList(book, bytes, name)
  return book.api.imports.run({ id })
}
