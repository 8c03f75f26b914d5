// The folder as people have it: each computer has its own, and a real program carries files between them.
import { hasSyncthing, startSyncthing } from '../../support/sync/syncthing.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, openApi } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { letIn } from '../support/let-in.ts'

test.use({ cheapWords: true })

test('Syncthing carries a book between two programs: what both change apart is there at both, and a clash is chosen once', async ({
  app,
  there,
}) => {
  test.skip(!(await hasSyncthing()), 'syncthing is not installed')
  const { folders, carry, close } = await startSyncthing()
  try {
    const { page } = app
    const { api, people } = await makeBook(page, { people: 2 })
    const [ria = '', ruud = ''] = people
    const other = openApi(there.page)
    await letIn([api, folders[0]], [other, folders[1]], { name: 'Bert', role: 'deputy', carry })
    const meet = async () => {
      for (const who of [api, other, api, other]) {
        await who.sync.look({})
        await carry()
      }
    }
    await notebook(there.page).open('/mensen')
    await expect(there.page.getByText('Ria Buur01')).toBeVisible()

    // Apart: each changes somebody, and both change the same of one.
    await api.members.change({ id: ruud, fields: { note: 'Heeft een hond' } })
    await api.members.change({ id: ria, fields: { note: 'Belt liever in de ochtend' } })
    await other.members.change({ id: ria, fields: { note: 'Belt liever in de avond' } })
    await meet()
    expect((await other.members.get({ id: ruud })).note).toBe('Heeft een hond')
    await notebook(there.page).turnTo('/verschillen')
    await expect(there.page.getByText('Belt liever in de ochtend')).toBeVisible()
    await there.page.getByRole('button', { name: 'Deze kiezen: Belt liever in de ochtend' }).click()
    await expect(there.page.getByText('Er zijn geen verschillen')).toBeVisible()
    await meet()
    for (const who of [api, other]) {
      expect(await who.differences.count({})).toMatchObject({ differences: 0 })
      expect((await who.members.get({ id: ria })).note).toBe('Belt liever in de ochtend')
    }
    await notebook(page).open('/')
    await expect(page.getByRole('link', { name: /Bijgewerkt/ })).toBeVisible()
  } finally {
    await close()
  }
})
