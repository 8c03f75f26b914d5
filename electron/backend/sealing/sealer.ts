// Seals single values with AES-256-GCM. The place of a value is authenticated along with it: what was sealed for one row and column
// opens nowhere else, so nobody can move a note to another person by editing the file. Node's own primitives only, because
// Electron's OpenSSL is BoringSSL and knows no ChaCha20-Poly1305 or argon2.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { RuleBroken } from '../rule-broken.ts'

/** Where a sealed value stands. */
export interface SealedPlace {
  readonly table: string
  /** The row's id. A row of class `fact` gets no sealed columns: its counter-row would carry the value under another id. */
  readonly id: string
  readonly column: string
}

export interface Opener {
  /** Throws RuleBroken `sealedDamaged` when a byte was changed, the value stands in another place, or another key sealed it. */
  open(place: SealedPlace, sealed: Uint8Array): Buffer
  openText(place: SealedPlace, sealed: Uint8Array): string
  /** A keyed hash by which equal texts of one column are found without reading them; says nothing without the key. */
  lookup(place: Pick<SealedPlace, 'table' | 'column'>, text: string): string
}

export interface Sealer extends Opener {
  seal(place: SealedPlace, plain: Uint8Array): Buffer
  sealText(place: SealedPlace, text: string): Buffer
}

const cipher = 'aes-256-gcm'
const format = 1
const nonceLength = 12
const tagLength = 16
/** Format, version of the key, nonce; then what was sealed, then the tag. */
const headLength = 2 + nonceLength

export function createSealer(key: Uint8Array, keyVersion: number): Sealer {
  const sealKey = createSecretKey(deriveKey(key, 'seal'))
  const lookupKey = createSecretKey(deriveKey(key, 'lookup'))

  const nextNonce = drawNonces()

  const seal = (place: SealedPlace, plain: Uint8Array) => {
    // 96 random bits: a book would have to seal four thousand million values before two alike became thinkable.
    const nonce = nextNonce()
    const sealing = createCipheriv(cipher, sealKey, nonce, { authTagLength: tagLength })
    sealing.setAAD(placeBytes(place, keyVersion))
    const sealed = sealing.update(plain)
    sealing.final()
    return Buffer.concat([Buffer.of(format, keyVersion), nonce, sealed, sealing.getAuthTag()])
  }

  const open = (place: SealedPlace, sealed: Uint8Array) => {
    if (sealed.length < headLength + tagLength || sealed[0] !== format || sealed[1] !== keyVersion) throw damaged(place)
    const opening = createDecipheriv(cipher, sealKey, sealed.subarray(2, headLength), { authTagLength: tagLength })
    opening.setAAD(placeBytes(place, keyVersion))
    opening.setAuthTag(sealed.subarray(-tagLength))
    try {
      const plain = opening.update(sealed.subarray(headLength, -tagLength))
      opening.final()
      return plain
    } catch {
      // The only thing that can go wrong here is that the tag does not fit.
      throw damaged(place)
    }
  }

  return {
    seal,
    sealText: (place, text) => seal(place, Buffer.from(text, 'utf8')),
    open,
    openText: (place, sealed) => open(place, sealed).toString('utf8'),
    lookup: ({ table, column }, text) =>
      createHmac('sha256', lookupKey)
        .update(JSON.stringify([table, column, text]))
        .digest('base64url'),
  }
}

/** Random bytes are drawn for many nonces at once: asking the system for twelve costs as much as for thousands. */
function drawNonces(): () => Buffer {
  let drawn = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(nonceLength * 256)
      used = 0
    }
    used += nonceLength
    return drawn.subarray(used - nonceLength, used)
  }
}

/** A key for one use, so that no two uses ever share one. */
export function deriveKey(key: Uint8Array, use: 'seal' | 'lookup' | 'check' | 'file' | 'carry'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `buurtboek ${use} 1`, 32))
}

// A JSON list: no two places can be written alike, whatever stands in the names.
const placeBytes = ({ table, id, column }: SealedPlace, keyVersion: number) =>
  Buffer.from(JSON.stringify([format, table, id, column, keyVersion]), 'utf8')

const damaged = ({ table, column }: SealedPlace) => new RuleBroken('sealedDamaged', { table, column })
