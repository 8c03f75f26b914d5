import type { Bridge, WindowEvent } from '../../shared/contract/bridge.ts'
import { disconnected } from './disconnected.ts'
import type { Transport } from './transport.ts'

/** The desktop app: the preload carries text to the shell. */
export function callOverIpc(bridge: Bridge): Pick<Transport, 'call' | 'onEvent'> {
  return {
    async call(method, input, seen) {
      try {
        return JSON.parse(await bridge.call(JSON.stringify({ method, input, seen })))
      } catch {
        return disconnected
      }
    },
    // The other side of the bridge is our own shell, which sends what the type says.
    onEvent: (listener) => bridge.onEvent((text) => listener(JSON.parse(text) as WindowEvent)),
  }
}
