import { encode } from 'uqr'

/** A QR code as one path of an SVG: `size` modules wide and high, the white edge included. */
export interface DrawnQr {
  readonly size: number
  readonly path: string
}

/** White modules around it, as the standard asks. */
const edge = 4
/** The guideline of the European Payments Council: not larger than this, correction M. */
const largestVersion = 13

/** Draws a text; dark modules beside each other become one bar, so that no hairline shows between them on paper. */
export function drawQr(text: string): DrawnQr {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maxVersion: largestVersion, border: edge })
  const bars: string[] = []
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      let end = x + 1
      while (row[end]) end += 1
      bars.push(`M${x} ${y}h${end - x}v1h${x - end}z`)
      x = end
    }
  }
  return { size, path: bars.join('') }
}
