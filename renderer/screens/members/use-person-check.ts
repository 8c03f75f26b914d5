import { useState } from 'react'
import type { Wrong } from '../../../shared/contract/reply.ts'
import { type Api, api } from '../../data/api.ts'
import { type RunningCommand, useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'

/** What is wrong with a person that cannot be sent, because a field cannot be read; the rest is said together with it. */
export function usePersonCheck(command: Pick<RunningCommand<never, unknown>, 'fieldError' | 'clear'>) {
  const check = useCommand(api.members.check)
  const textOf = useErrorText()
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  return {
    fieldError(field: string) {
      const found = wrong.find(({ details }) => details.field === field)
      return command.fieldError(field) ?? (found && textOf(found))
    },
    async run(person: Parameters<Api['members']['check']>[0]) {
      const outcome = await check.run(person)
      setWrong(outcome.ok ? outcome.value : [])
      command.clear()
    },
    clear: () => setWrong([]),
  }
}
