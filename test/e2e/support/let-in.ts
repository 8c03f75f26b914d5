import { expect } from '@playwright/test'
import type { BookApi } from './book-api.ts'

/** A computer by what it is asked, and the shared folder as it has it. */
type Computer = readonly [api: BookApi, folder: string]

interface Invited {
  readonly name: string
  readonly role: 'deputy' | 'treasurer'
  /** Until what one put into the folder is there for the other; without it both have the very same folder. */
  readonly carry?: () => Promise<void>
}

/** Somebody begins to share, invites another, and lets them in: as people do by hand in host-in-step.spec.ts. */
export async function letIn(
  [api, folder]: Computer,
  [other, otherFolder]: Computer,
  { name, role, carry = async () => undefined }: Invited,
): Promise<void> {
  const sheet = await api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await api.sealing.confirmSheet({ first, second })
  await api.sync.begin({ folder, name: 'Joyce' })
  const { words } = await api.sync.invite({ invited: name, role })
  await carry()
  await other.preferences.set({ userName: name, language: 'nl' })
  await other.sync.join({ folder: otherFolder, name, words })
  await carry()
  const [invitation] = (await api.sync.look({})).invitations
  await api.sync.confirm({ invitation: invitation?.id ?? '' })
  await carry()
  await expect(async () => {
    await other.sync.look({})
    expect((await other.books.status({})).state).toBe('open')
    expect((await other.sync.state({})).state).toBe('on')
  }).toPass({ timeout: 20_000 })
}
