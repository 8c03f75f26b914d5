// Two PCs whose folders are carried by Syncthing. Where it is missing the test says so and is skipped.
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { doFolderTask } from '../../../../../electron/backend/sync/folder/folder-tasks.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { hasSyncthing, startSyncthing } from '../../../../support/sync/syncthing.ts'
import { openTestBackend, type TestBackend } from '../../../../support/test-backend.ts'

const isThere = await hasSyncthing()
if (!isThere) console.log('syncthing is not installed: not tried whether it carries a book between two computers')

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function aComputer(book: 'none' | 'vereniging'): Promise<TestBackend> {
  const folderProcess = { ask: doFolderTask, end: async () => undefined }
  const computer = await openTestBackend({
    book,
    capabilities: { shell: 'browser', folderProcess },
    newId: randomUUID,
  })
  closing.push(computer.close)
  return computer
}

test.skipIf(!isThere)(
  'Syncthing carries an invitation, work done apart, and the choice between two versions',
  { timeout: 120_000 },
  async () => {
    const { folders, carry, close } = await startSyncthing()
    closing.push(close)
    const [anna, bert] = [await aComputer('vereniging'), await aComputer('none')]
    const look = async (...computers: TestBackend[]) => {
      for (const { api } of computers) {
        await api.sync.look({})
        await carry()
      }
    }
    const noteOf = async ({ api }: TestBackend, id: string) => (await api.members.get({ id })).note

    const sheet = await anna.api.sealing.makeSheet({})
    const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
    await anna.api.sealing.confirmSheet({ first, second })
    const id = await duesSteps(anna.api).aPerson('Noor Çelik')
    await anna.api.sync.begin({ folder: folders[0], name: 'Anna' })
    const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
    await carry()
    await bert.api.sync.join({ folder: folders[1], name: 'Bert', words })
    await look(bert, anna)
    const [invitation] = (await anna.api.sync.state({})).invitations
    await anna.api.sync.confirm({ invitation: invitation?.id ?? '' })
    await look(anna, bert, anna)
    expect((await bert.api.search.find({ text: 'celik' })).people.map((person) => person.id)).toEqual([id])

    await anna.api.members.change({ id, fields: { note: 'belt liever' } })
    await bert.api.members.change({ id, fields: { note: 'komt met de fiets', phone: '020-123 4567' } })
    await look(anna, bert, anna, bert)
    for (const { api } of [anna, bert]) expect(await api.differences.count({})).toMatchObject({ differences: 1 })
    const [difference] = (await bert.api.differences.list({})).differences
    const chosen = difference?.versions.find(
      ({ values }) => JSON.stringify(values[0]) === JSON.stringify({ kind: 'text', text: 'belt liever' }),
    )
    await bert.api.differences.resolve({
      id: difference?.id ?? '',
      choice: { kind: 'version', stamp: chosen?.stamp ?? '' },
    })
    await look(bert, anna, bert, anna)
    for (const computer of [anna, bert]) {
      expect(await computer.api.differences.count({})).toMatchObject({ differences: 0 })
      expect(await noteOf(computer, id)).toBe('belt liever')
      expect((await computer.api.sync.state({})).status).toMatchObject({ level: 'upToDate', causes: [] })
    }
  },
)
