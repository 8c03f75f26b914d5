import type { WindowEvent } from '../../shared/contract/bridge.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { disconnected } from './disconnected.ts'
import type { Question, Transport } from './transport.ts'

/** Browser mode: the same text over loopback HTTP; events by a stream that the browser opens again by itself. */
export function callOverHttp(): Pick<Transport, 'call' | 'callAll' | 'onEvent'> {
  return {
    async call(method, input, seen) {
      try {
        const response = await post('/call', { method, input, seen })
        return response.ok ? await response.json() : disconnected
      } catch {
        return disconnected
      }
    },
    callAll(questions) {
      const replies = questions.map(() => Promise.withResolvers<Reply>())
      const giveUp = () => {
        for (const { resolve } of replies) resolve(disconnected)
      }
      readReplies(questions, (index, reply) => replies[index]?.resolve(reply)).then(giveUp, giveUp)
      return replies.map(({ promise }) => promise)
    },
    onEvent: openEvents(),
  }
}

/**
 * Events over one line, however many listen: a browser holds no more than six to one host, for all its tabs together, and a line that
 * stays open takes one away from the calls.
 */
function openEvents(): Transport['onEvent'] {
  const listeners = new Set<{ readonly hear: (event: WindowEvent) => void }>()
  let line: EventSource | undefined
  const tell = (event: WindowEvent) => {
    for (const { hear } of listeners) hear(event)
  }
  return (hear) => {
    // A place of its own, so that one function may listen twice.
    const listener = { hear }
    listeners.add(listener)
    line ??= openLine(tell)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      line?.close()
      line = undefined
    }
  }
}

function openLine(tell: (event: WindowEvent) => void): EventSource {
  const source = new EventSource('/events')
  let wasBroken = false
  source.onerror = () => {
    wasBroken = true
  }
  source.onopen = () => {
    // Nobody knows what was missed while the line was broken: ask everything again.
    if (wasBroken) tell({ topic: 'changed', tables: [] })
    wasBroken = false
  }
  // Our own host sends what the type says.
  source.onmessage = ({ data }) => tell(JSON.parse(data) as WindowEvent)
  return source
}

/** Our host answers a list line by line: `[place in the list, reply]`. */
async function readReplies(questions: readonly Question[], take: (index: number, reply: Reply) => void): Promise<void> {
  const response = await post('/calls', questions)
  if (!response.ok || !response.body) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let line = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const [first = '', ...more] = part.value.split('\n')
    line += first
    for (const next of more) {
      // Our own host sends what is said above.
      const [index, reply] = JSON.parse(line) as [number, Reply]
      take(index, reply)
      line = next
    }
  }
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}
