import { expect, type Page } from '@playwright/test'

/** The welcome page, before there is a book. */
export function firstRunPage(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Welkom bij Buurtboek' }),
    language: (name: string) => page.getByRole('radio', { name }),
    textSize: (name: string) => page.getByRole('radio', { name, exact: true }),
    yourName: page.getByRole('textbox', { name: 'Hoe heet u?' }),
    openExample: page.getByRole('button', { name: 'Voorbeeld openen' }),
    chooseList: page.getByRole('button', { name: 'Lijst kiezen' }),
    newBook: page.getByRole('button', { name: 'Nieuw boek maken' }),
    dialog,
    bookName: dialog.getByRole('textbox', { name: 'Naam van het boek' }),
    /** Answers the questions about the new book; dues run from `duesFrom` on. */
    async fillBook(book: { name: string; kind: string; duesFrom?: string; monthly?: string }) {
      await dialog.getByRole('textbox', { name: 'Naam van het boek' }).fill(book.name)
      await dialog.getByRole('radio', { name: book.kind }).check()
      if (book.duesFrom === undefined) return
      await dialog.getByRole('radio', { name: 'Ja, bijhouden' }).check()
      await dialog.getByRole('textbox', { name: 'Contributie vanaf' }).fill(book.duesFrom)
      if (book.monthly) await dialog.getByRole('textbox', { name: 'Bedrag', exact: true }).fill(book.monthly)
    },
    async makeBook(button: 'Boek maken' | 'Boek maken en lijst kiezen') {
      await dialog.getByRole('button', { name: button, exact: true }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}
