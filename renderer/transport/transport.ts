// How this window reaches the backend: one type, two ways. Nothing above this folder knows which one it is.
import type { WindowEvent } from '../../shared/contract/bridge.ts'
import type { Call } from '../../shared/contract/create-client.ts'
import type { Reply } from '../../shared/contract/reply.ts'

/** A file the backend has received; `file` is the handle to use in calls. */
export interface ReceivedFile {
  readonly file: string
  readonly name: string
  /** In bytes. */
  readonly size: number
}

export interface Question {
  readonly method: string
  readonly input: object
}

export interface Transport {
  /** Never rejects: a broken line is a reply with code `disconnected`. */
  readonly call: Call
  /** Several queries in one go, each answered as soon as its answer is there. Like `call` these never reject. */
  readonly callAll: (questions: readonly Question[]) => readonly Promise<Reply>[]
  /** Gives every event to `listener`; the answer ends it. */
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void
  /** Hands a file the user chose to the backend. */
  readonly upload: (file: File) => Promise<Reply<ReceivedFile>>
  /** The address of a made file, for a download link. */
  readonly downloadUrl: (handle: string) => string
}
