// The one way to the backend: api.members.list({...}), over whichever transport the window was started with.
import type { WindowEvent } from '../../shared/contract/bridge.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { type Call, type Client, createClient } from '../../shared/contract/create-client.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { ReceivedFile, Transport } from '../transport/transport.ts'
import { noteSeen } from './seen.ts'

export type Api = Client<Contract>

let transport: Transport | undefined

/** Chooses the way to the backend; call once, before anything is asked. */
export function connect(chosen: Transport): void {
  transport = chosen
}

export const api: Api = createClient<Contract>((method, input, seen) => callByName(method, input, seen))

/** For answers that were asked for by name, before the script with the names was there. */
export const callByName: Call = async (method, input, seen) => {
  const reply = await connected().call(method, input, seen)
  noteSeen(method, input, reply)
  return reply
}

/** Hands a file the user chose to the backend; its handle goes into the call that uses it. */
export function uploadFile(file: File): Promise<Reply<ReceivedFile>> {
  return connected().upload(file)
}

/** The address of a file the backend made, for a download. */
export function downloadUrl(handle: string): string {
  return connected().downloadUrl(handle)
}

/** Gives every event of the backend and the shell to `listener`; the answer ends it. */
export function onEvent(listener: (event: WindowEvent) => void): () => void {
  return connected().onEvent(listener)
}

function connected(): Transport {
  if (!transport) throw new Error('connect() has not been called')
  return transport
}
