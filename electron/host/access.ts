// Who may come in. Every program on this computer can reach 127.0.0.1, and so can every page in the user's browser:
// the address we listen on keeps nobody out, a secret does.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Access {
  /** A new one-time token; whoever brings it to {@link trade} first gets the cookie. */
  issueToken(): string
  /** Trades a token for the value of a `Set-Cookie` header; undefined when it is unknown or was used before. */
  trade(token: string): string | undefined
  /** Whether the request carries the cookie that was handed out. */
  isKnown(headers: IncomingHttpHeaders): boolean
}

/** @param port cookies do not keep ports apart, so the port is part of the cookie's name: two books, two cookies. */
export function createAccess(port: number): Access {
  const cookieName = `buurtboek-${port}`
  const session = secret()
  const tokens = new Set<string>()
  return {
    issueToken() {
      const token = secret()
      tokens.add(token)
      return token
    },
    trade(token) {
      if (!tokens.delete(token)) return undefined
      // Lax, not Strict: the window comes from a file page, and a Strict cookie would not follow the redirect.
      return `${cookieName}=${session}; HttpOnly; SameSite=Lax; Path=/`
    },
    isKnown: (headers) => isSame(cookie(headers, cookieName), session),
  }
}

/** Exact, so that a name that was made to point at 127.0.0.1 (DNS rebinding) is refused. */
export function hasOurHost(headers: IncomingHttpHeaders, host: string): boolean {
  return headers.host === host
}

/** What changes something or costs work comes from our own page only; a missing `Origin` is not ours either. */
export function hasOurOrigin(headers: IncomingHttpHeaders, host: string): boolean {
  return headers.origin === `http://${host}` && isOurSite(headers)
}

/**
 * Whether a page of another origin made the browser ask this. Another port of 127.0.0.1 is the *same site* for cookies,
 * so the cookie alone does not tell. Browsers that do not send the header have no page to be fooled by.
 */
export function isOurSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Opening a page in a window of its own, as opposed to embedding or fetching it. */
export function isPageVisit(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

const secret = () => randomBytes(32).toString('base64url')

function cookie(headers: IncomingHttpHeaders, name: string): string {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value !== undefined) return value
  }
  return ''
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
