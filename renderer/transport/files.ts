// Files travel beside the calls, as streams: both shells serve the same two addresses.
import type { Reply } from '../../shared/contract/reply.ts'
import { disconnected } from './disconnected.ts'
import type { ReceivedFile } from './transport.ts'

export async function upload(file: File): Promise<Reply<ReceivedFile>> {
  try {
    const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    return response.ok ? await response.json() : disconnected
  } catch {
    return disconnected
  }
}

export const downloadUrl = (handle: string): string => `/files/${encodeURIComponent(handle)}`
