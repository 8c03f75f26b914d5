import { expect, test } from 'vitest'
import { html, isolated } from '../../../../electron/backend/documents/html.ts'
import { type Paper, paperFile, showPaper } from '../../../../electron/backend/documents/paper.ts'
import { fontPackages } from '../../../support/test-backend.ts'

const paper = (text: string): Paper => ({ title: 'Lijst', language: 'nl', body: html`<p>${isolated(text)}</p>` })

test('a file carries the letters of the scripts that stand in it, and no others', async () => {
  const families = async (text: string) => {
    const file = await paperFile(paper(text), fontPackages)
    return [...file.matchAll(/font-family:'([\w ]+)';font-weight:100/g)].map(([, family]) => family)
  }
  expect(await families('Ria')).toEqual(['Noto Sans Variable', 'Literata Variable'])
  expect(await families('ሰላም')).toContain('Noto Sans Ethiopic Variable')
  expect(await families('سلام')).toContain('Noto Sans Arabic Variable')
  expect(await families('Шевченко')).toHaveLength(4)
})

test('a file runs nothing and fetches nothing', async () => {
  const file = await paperFile(paper('</style><script>alert(1)</script>'), fontPackages)
  const said = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(file)?.[1]?.replaceAll('&#39;', "'")
  expect(said).toBe("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:")
  // Whole files are not compared: a failure would print the letters.
  expect(/<script|url\((?!data:)|src="/.exec(file)).toBeNull()
})

test('what the window shows is what the file holds, but for its style and letters', async () => {
  const shown = showPaper(paper('Ria'))
  const file = await paperFile(paper('Ria'), undefined)
  expect(file.replace(/<meta http-equiv.*?<\/style>/s, '')).toBe(shown.page)
  expect(file.includes(shown.style)).toBe(true)
  expect(shown.page).not.toContain('<style')
})

test('an Arabic document is read from right to left', () => {
  expect(showPaper({ ...paper('x'), language: 'ar' }).page).toContain('<html lang="ar" dir="rtl">')
  expect(showPaper({ ...paper('x'), language: 'ti' }).page).toContain('<html lang="ti" dir="ltr">')
})
