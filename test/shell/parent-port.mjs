// Gives a plain Node child the `process.parentPort` that Electron's utilityProcess has.
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  postMessage(message) {
    process.send(message)
  }
}

const port = new ParentPort()
process.parentPort = port
process.on('message', (data) => port.emit('message', { data, ports: [] }))
process.on('disconnect', () => process.exit(0))
