// The one address the window has. Everything that asks "is this ours?" asks here.

export const appScheme = 'app'
const appHost = 'buurtboek'
export const homeAddress = `${appScheme}://${appHost}/`

/**
 * Whether an address is of our own window. Protocol and host of the parsed address: `.origin` is 'null' for every scheme
 * of this kind, and a prefix is fooled by `app://buurtboek.evil/`.
 */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  )
}

/** An address of a file the backend made, to be saved by the user. */
export function isFileAddress(address: string): boolean {
  return isOurAddress(address) && new URL(address).pathname.startsWith('/files/')
}
