// A zip of files that are already small or already packed. Every name is UTF-8; nothing about this computer goes in.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Day and time of every file, as zip writes them: a fixed one, so that the same content gives the same zip. */
const dosTime = 0
const dosDay = (1 << 5) | 1
const utf8Names = 0x0800
const deflated = 8

export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const encoded = Buffer.from(name, 'utf8')
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(utf8Names, 2)
    fields.writeUInt16LE(deflated, 4)
    fields.writeUInt16LE(dosTime, 6)
    fields.writeUInt16LE(dosDay, 8)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(encoded.length, 22)
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), fields, encoded, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, encoded)
    at += 4 + fields.length + encoded.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, listing, Buffer.from('PK\x05\x06', 'latin1'), end])
}
