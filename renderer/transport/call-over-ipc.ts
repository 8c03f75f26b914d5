import type { Bridge, WindowEvent } from '../../shared/contract/bridge.ts'
import { disconnected } from './disconnected.ts'
import type { Transport } from './transport.ts'

/** The desktop app: the preload carries text to the shell. */
export function callOverIpc(bridge: Bridge): Pick<Transport, 'call' | 'callAll' | 'onEvent'> {
  const call: Transport['call'] = async (method, input, seen) => {
    try {
      return JSON.parse(await bridge.call(JSON.stringify({ method, input, seen })))
    } catch {
      return disconnected
    }
  }
  return {
    call,
    callAll: (questions) => questions.map(({ method, input }) => call(method, input)),
    // The other side of the bridge is our own shell, which sends what the type says.
    onEvent: (listener) => bridge.onEvent((text) => listener(JSON.parse(text) as WindowEvent)),
  }
}
