// What runs in the backend's own process: the backend, served over the port the shell gave it.
import { createBackend } from '../backend/create-backend.ts'
import { serveBackend } from './serve-backend.ts'

// Present in every process that the shell forks; this file runs nowhere else.
const port = (process as unknown as { readonly parentPort: import('electron').ParentPort }).parentPort

serveBackend(
  {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
  },
  createBackend,
)
