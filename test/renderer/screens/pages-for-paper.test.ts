// Which screens may be printed: a new one is printed only when somebody looked at whom it names, and put it here.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const screens = path.resolve(import.meta.dirname, '../../../renderer/screens')

test('these screens may lie on a table; every other says on paper that it is not printed', () => {
  const forPaper = globSync('**/*.tsx', { cwd: screens }).filter((file) =>
    /<Page\s+isForPaper\b/.test(readFileSync(path.join(screens, file), 'utf8')),
  )
  expect(forPaper.sort()).toEqual([
    // The books of a year, in which nobody is named.
    'bookkeeping/YearScreen.tsx',
    // What somebody signs, and the letters of a collection.
    'direct-debit/MandateFormScreen.tsx',
    'direct-debit/NoticesScreen.tsx',
    // The sheet for the door, and the list of gatherings.
    'gatherings/GatheringScreen.tsx',
    'gatherings/GatheringsScreen.tsx',
    'help/HelpPageScreen.tsx',
    'help/HelpScreen.tsx',
    'help/KeysScreen.tsx',
    'help/NewsScreen.tsx',
    'members/MembersScreen.tsx',
    'pairs/ProgrammeScreen.tsx',
    'reports/ReportScreen.tsx',
    'security/SheetScreen.tsx',
    'workgroup/GroupsScreen.tsx',
  ])
})
