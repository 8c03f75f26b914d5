import { afterEach, expect, test } from 'vitest'
import type { Capabilities } from '../../../../electron/backend/capabilities.ts'
import type { MailDraft } from '../../../../shared/domain/mail-draft.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend | undefined
afterEach(() => book?.close())

const draft = { to: ['ria@example.org'], bcc: [], subject: 'Contributie', body: 'Beste Ria' }

test('a shell that can neither is said to, and asks for nothing', async () => {
  book = await openTestBackend({ book: 'none' })
  expect(await book.api.shell.capabilities({})).toEqual({ chooseFolder: false, openMail: false })
  await expect(book.api.shell.chooseFolder({})).rejects.toThrow('notInThisShell')
  await expect(book.api.shell.openMail(draft)).rejects.toThrow('notInThisShell')
})

test('a shell that can is asked, and only with addresses of people', async () => {
  const opened: MailDraft[] = []
  const capabilities: Capabilities = {
    shell: 'desktop',
    chooseFolder: async () => null,
    openMail: async (mail) => void opened.push(mail),
  }
  book = await openTestBackend({ capabilities, book: 'none' })
  expect(await book.api.shell.capabilities({})).toEqual({ chooseFolder: true, openMail: true })
  expect(await book.api.shell.chooseFolder({})).toEqual({ folder: null })
  await book.api.shell.openMail(draft)
  await expect(book.api.shell.openMail({ ...draft, to: ['file:///etc/passwd'] })).rejects.toThrow('emailInvalid')
  expect(opened).toEqual([draft])
})
