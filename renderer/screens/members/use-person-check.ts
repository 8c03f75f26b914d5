import { api } from '../../data/api.ts'
import { type RunningCommand, useCommand } from '../../data/use-command.ts'

type Checked = Parameters<typeof api.members.check>[0]

/** What is wrong with a person that cannot be sent, because a field cannot be read; the rest is said together with it. */
export function usePersonCheck(command: Pick<RunningCommand<never, unknown>, 'fieldError' | 'clear'>) {
  const check = useCommand(api.members.check)
  return {
    fieldError: (field: string) => command.fieldError(field) ?? check.fieldError(field),
    async run(person: Checked) {
      await check.run(person)
      command.clear()
    },
    clear: check.clear,
  }
}
