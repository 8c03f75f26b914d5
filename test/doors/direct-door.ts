import { createBackend } from '../../electron/backend/create-backend.ts'
import { parseWorkerSource } from '../support/test-backend.ts'
import type { OpenDoor } from './door-cases.ts'

/** No door at all: the backend itself, as the others should be indistinguishable from. */
export async function openDirectDoor(dataFolder: string): Promise<OpenDoor> {
  const backend = await createBackend({
    dataFolder,
    appVersion: '0.1.0',
    parseWorker: parseWorkerSource,
    capabilities: { shell: 'browser' },
    checkOutput: true,
  })
  const events: string[] = []
  backend.subscribe((event) => events.push(JSON.stringify(event)))
  return {
    call: (text) => backend.call(text),
    upload: (name, bytes) => backend.receiveFile(name, pieces(bytes)),
    download: (handle) => backend.produceFile(decodeURIComponent(handle)),
    events,
    close: () => backend.close(),
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += 65_536) yield bytes.subarray(start, start + 65_536)
}
