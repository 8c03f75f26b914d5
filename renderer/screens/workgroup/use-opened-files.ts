import { useRef, useState } from 'react'
import { CallError } from '../../../shared/contract/create-client.ts'
import { type Api, api, uploadFile } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'

export type OpenedFile = Awaited<ReturnType<Api['workgroup']['read']>> & { readonly name: string }

/** The files that were opened, and of those that were not why. Nothing of them is kept. */
export function useOpenedFiles() {
  const textOf = useErrorText()
  const read = useCommand(api.workgroup.read)
  const [opened, setOpened] = useState<readonly OpenedFile[]>([])
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly text: string }[]>([])
  const [reading, setReading] = useState(0)
  const refuse = (name: string, error: CallError) =>
    setRefused((known) => [...known.filter((other) => other.name !== name), { name, text: textOf(error) }])
  // One after the other: a command that is going on takes no second one.
  const queue = useRef(Promise.resolve())
  const take = (file: File) => {
    setReading((count) => count + 1)
    queue.current = queue.current.then(() => open(file)).finally(() => setReading((count) => count - 1))
  }
  const open = async (file: File) => {
    setRefused((known) => known.filter(({ name }) => name !== file.name))
    const received = await uploadFile(file)
    if (!received.ok) refuse(file.name, new CallError(received.error.code, received.error.details))
    else {
      const outcome = await read.run({ file: received.value.file })
      if (outcome.ok)
        setOpened((known) => [...known.filter(({ name }) => name !== file.name), { ...outcome.value, name: file.name }])
      else refuse(file.name, outcome.error)
    }
  }
  const remove = (name: string) => setOpened((known) => known.filter((file) => file.name !== name))
  return { opened, refused, isReading: reading > 0, take, remove }
}
