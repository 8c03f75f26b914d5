import { inflateRawSync } from 'node:zlib'

/** The bytes of a file as text, with the entries of a zip unpacked after it. */
export function unpacked(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes)
  let words = zip.toString('latin1')
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (zip.readUInt16LE(at + 10) === 8)
      words += inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString('latin1')
  }
  return words
}
