import type { TestBackend } from './test-backend.ts'

/** What waits in the modules of a test book whose members pay nothing yet: that they do not is not looked at. */
export async function tasksButDues({ api }: Pick<TestBackend, 'api'>) {
  return (await api.overview.moduleTasks({})).filter(({ code }) => code !== 'duesNotBegun')
}
