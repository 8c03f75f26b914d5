import { expect, test } from 'vitest'
import { figures, html, isolated, say } from '../../../../electron/backend/documents/html.ts'

test('what people wrote is text, wherever it stands', () => {
  const name = `<script>"a" & 'b'</script>`
  const escaped = '&#60;script&#62;&#34;a&#34; &#38; &#39;b&#39;&#60;/script&#62;'
  expect(html`<p title="${name}">${name}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`)
  expect(html`${[name, html`<b>${name}</b>`]}`.text).toBe(`${escaped}<b>${escaped}</b>`)
  expect(isolated(name).text).toBe(`<bdi>${escaped}</bdi>`)
  expect(say('Dag {{name}}', { name }).text).toBe(`Dag <bdi>${escaped}</bdi>`)
})

test('nothing is nothing, and zero is a number', () => {
  expect(html`a${null}b${undefined}c${false}d${0}e`.text).toBe('abcd0e')
})

test('a number is read from left to right among letters that are not', () => {
  expect(say('في {{day}}', { day: figures('12-03-2026') }).text).toBe('في <bdi dir="ltr">12-03-2026</bdi>')
})

test('a name that looks like a place to fill in is not filled in', () => {
  expect(say('{{name}} belt', { name: '{{name}}' }).text).toBe('<bdi>{{name}}</bdi> belt')
})
