// Reads a QR code back from what is drawn, as a telephone would.
import jsQR from 'jsqr'

/** Dots per module: the reader looks for edges, as in a photograph. */
const scale = 4

/** The text and version of a code drawn as bars `Mx yhNv1h-Nz`. */
export function readDrawnQr({ size, path }: { readonly size: number; readonly path: string }) {
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1) {
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
      }
    }
  }
  return readQrPixels(pixels, width, width)
}

function readQrPixels(pixels: Uint8ClampedArray, width: number, height: number) {
  const found = jsQR(pixels, width, height)
  return found && { text: Buffer.from(found.binaryData).toString('utf8'), version: found.version }
}
