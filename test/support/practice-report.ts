// People of a practice, and what its reports say.
import type { Day } from '../../shared/domain/calendar-date.ts'
import { aMember } from './people.ts'
import type { TestBackend } from './test-backend.ts'

/** Somebody who belongs since long before the story begins. */
export async function somebody(
  { api }: Pick<TestBackend, 'api'>,
  name: string,
  values: Parameters<typeof aMember>[0] = {},
): Promise<string> {
  const [firstName = '', ...last] = name.split(' ')
  return (await api.members.register(aMember({ firstName, infix: '', lastName: last.join(' ') || 'Buur', ...values })))
    .id
}

/** The blocks of a report, and the cells of a table of it by its heading. */
export async function readReport({ api }: Pick<TestBackend, 'api'>, report: string, from: Day, until: Day) {
  const { page } = await api.reports.get({ report, from, until })
  return {
    page,
    facts: Object.fromEntries(
      page.blocks
        .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
        .map(({ label, value }) => [label, value]),
    ),
    rowsOf: (heading: string) =>
      page.blocks.flatMap((block) => (block.kind === 'table' && block.heading === heading ? block.rows : [])),
    items: (heading: string) =>
      page.blocks.flatMap((block) => (block.kind === 'list' && block.heading === heading ? block.items : [])),
  }
}
