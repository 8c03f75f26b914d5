// E-mail addresses: enough to catch typing errors, not the whole standard.

/** The address without spaces and "mailto:", host in lower case; null when it cannot be an address. */
export function readEmail(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1')
  const [, name, host] = /^([^\s@,;:<>()[\]"\\]+)@([^\s@]+)$/.exec(bare) ?? []
  if (name === undefined || host === undefined || bare.length > 254) return null
  if (name.startsWith('.') || name.endsWith('.') || name.includes('..')) return null
  const labels = host.split('.')
  const labelsFit =
    labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label))
  if (!labelsFit || /^\d+$/.test(labels.at(-1) ?? '')) return null
  return `${name}@${host.toLowerCase()}`
}
