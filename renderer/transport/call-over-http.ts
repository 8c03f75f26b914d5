import type { WindowEvent } from '../../shared/contract/bridge.ts'
import { disconnected } from './disconnected.ts'
import type { Transport } from './transport.ts'

/** Browser mode: the same text over loopback HTTP; events by a stream that the browser opens again by itself. */
export function callOverHttp(): Pick<Transport, 'call' | 'onEvent'> {
  return {
    async call(method, input, seen) {
      try {
        const response = await fetch('/call', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ method, input, seen }),
        })
        return response.ok ? await response.json() : disconnected
      } catch {
        return disconnected
      }
    },
    onEvent(listener) {
      const source = new EventSource('/events')
      let wasBroken = false
      source.onerror = () => {
        wasBroken = true
      }
      source.onopen = () => {
        // Nobody knows what was missed while the line was broken: ask everything again.
        if (wasBroken) listener({ topic: 'changed', tables: [] })
        wasBroken = false
      }
      // Our own host sends what the type says.
      source.onmessage = ({ data }) => listener(JSON.parse(data) as WindowEvent)
      return () => source.close()
    },
  }
}
