/**
 * The length to pad to so that the length of a file says little of what is in it: at most 12 percent more, and only the leading bits
 * of a length remain (PADMÉ, Nikitin et al. 2019).
 */
export function padmeLength(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(length / step) * step
}
