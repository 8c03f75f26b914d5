import type { Bridge } from '../../shared/contract/bridge.ts'
import { callOverHttp } from './call-over-http.ts'
import { callOverIpc } from './call-over-ipc.ts'
import { downloadUrl, upload } from './files.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** Only in the desktop app. */
    readonly buurtboek?: Bridge
  }
}

export function createTransport(bridge: Bridge | undefined = window.buurtboek): Transport {
  return { ...(bridge ? callOverIpc(bridge) : callOverHttp()), upload, downloadUrl }
}
