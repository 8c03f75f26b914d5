import { hkdfSync } from 'node:crypto'
import { type SigningKey, signingKeyOf } from '../format/signing.ts'

/**
 * The signing key of the recovery sheet: whoever holds the paper may set the list of devices right, and nobody else in its name. Derived
 * from the line, so that the paper stays one line.
 */
export function rootKeyOfSheet(line: string): Promise<SigningKey> {
  return signingKeyOf(Buffer.from(hkdfSync('sha256', line.trim().toUpperCase(), '', 'buurtboek list of devices 1', 32)))
}
