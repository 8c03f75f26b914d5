// A class that a component names and its style sheet does not have is no class at all, and neither the compiler nor axe sees it.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

interface Sheet {
  readonly component: string
  readonly text: string
  readonly css: string
  /** Under which name the component has it. */
  readonly name: string
}

const sheets: Sheet[] = globSync('renderer/**/*.tsx', { cwd: root }).flatMap((component) => {
  const text = readFileSync(path.join(root, component), 'utf8')
  return [...text.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)].map(([, name = '', file = '']) => ({
    ...{ component, text, name },
    css: readFileSync(path.join(root, path.dirname(component), file), 'utf8'),
  }))
})

const missingIn = ({ text, css, name }: Pick<Sheet, 'text' | 'css' | 'name'>) =>
  [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
    .map(([, cls = '']) => cls)
    .filter((cls) => !new RegExp(`\\.${cls}\\b`).test(css))

test('every class that a component names is in its style sheet', () => {
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.flatMap((sheet) => missingIn(sheet).map((cls) => `${sheet.component}: ${cls}`))).toEqual([])
})

test('the control: one that is not there is found', () => {
  expect(missingIn({ name: 'styles', text: '<p className={styles.gone}>', css: '.here { color: red }' })).toEqual([
    'gone',
  ])
})
