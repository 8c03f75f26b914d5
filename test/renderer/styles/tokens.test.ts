import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8')
const light = colours(css.slice(0, css.indexOf(':root[data-theme')))
const dark = { ...light, ...colours(css.slice(css.indexOf(':root[data-theme'))) }

// Text on what it stands on: 4.5 to 1. Edges of controls and the ring of the focus: 3 to 1.
const text = [
  ['ink', 'page'],
  ['ink', 'desk'],
  ['ink', 'tint'],
  ['ink', 'green-soft'],
  ['ink-soft', 'page'],
  ['ink-soft', 'desk'],
  ['ink-soft', 'tint'],
  ['ink-soft', 'green-soft'],
  ['green', 'page'],
  ['green', 'desk'],
  ['green', 'green-soft'],
  ['on-green', 'green'],
  ['on-green', 'green-strong'],
  ['accent', 'page'],
  ['accent', 'accent-soft'],
  ['accent', 'green-soft'],
  ['danger', 'page'],
  ['danger', 'danger-soft'],
  ['on-bar', 'bar'],
  ['bar-link', 'bar'],
] as const
const edges = [
  ['line-strong', 'page'],
  ['green', 'page'],
  ['danger', 'page'],
  ['focus', 'page'],
  ['focus', 'desk'],
  ['focus', 'tint'],
  ['focus', 'green-soft'],
  ['focus-on-bar', 'bar'],
] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, theme) => {
  test.each(text)('%s can be read on %s', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('%s can be seen on %s', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3)
  })
})

test('control: the hairline, which is decoration only, would not pass as an edge', () => {
  expect(contrast(light, 'line', 'page')).toBeLessThan(3)
})

function colours(part: string): Record<string, string> {
  return Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]))
}

function contrast(theme: Record<string, string>, front: string, back: string): number {
  const [high, low] = [luminance(theme[front]), luminance(theme[back])].sort((a, b) => b - a)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('no such colour')
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
