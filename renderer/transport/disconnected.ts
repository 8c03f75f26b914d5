import type { Reply } from '../../shared/contract/reply.ts'

/** What a call answers when the backend cannot be reached: it was stopped, or it does not know this window. */
export const disconnected: Reply<never> = { ok: false, error: { code: 'disconnected', details: {} } }
