// The recovery sheet [herstelblad]: an age identity on paper, and the book key in a small age file that only this identity opens.
// Plain age v1, so that a sheet and a copy of the book are enough on any computer that has an age program, without ours.
// The library is fetched when it is first needed: most starts never need it.

export interface NewSheet {
  /** AGE-SECRET-KEY-1…: goes to paper and is kept nowhere. */
  readonly line: string
  readonly recipient: string
  /** The book key, as an armoured age file. */
  readonly wrapped: string
}

export async function makeSheet(key: Uint8Array): Promise<NewSheet> {
  const age = await import('age-encryption')
  const line = await age.generateX25519Identity()
  const recipient = await age.identityToRecipient(line)
  const encrypter = new age.Encrypter()
  encrypter.addRecipient(recipient)
  return { line, recipient, wrapped: age.armor.encode(await encrypter.encrypt(key)) }
}

/** The public half of a line, by which the sheet is known. */
export async function recipientOfSheet(line: string): Promise<string> {
  const age = await import('age-encryption')
  return age.identityToRecipient(line)
}

/** The key inside; undefined when this sheet did not make it or it was changed. */
export async function openBySheet(line: string, wrapped: string): Promise<Uint8Array | undefined> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  decrypter.addIdentity(line)
  try {
    return await decrypter.decrypt(age.armor.decode(wrapped))
  } catch {
    // The library says only in words what did not fit; for us each of them is the same answer.
    return undefined
  }
}
