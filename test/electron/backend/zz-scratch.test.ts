import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyOldTrash } from '../../../electron/backend/history/empty-old-trash.ts'
import { aMember } from '../../support/people.ts'
import { openPeopleBook } from '../../support/people-book.ts'
test('bytes', async () => {
  const book = await openPeopleBook()
  for (let i = 0; i < 30; i++) await book.api.members.register(aMember({ firstName: `Buur${i}` }))
  const { id } = await book.api.members.register(aMember({ lastName: 'Canarisnaam', home: { kind: 'address', street: 'Kwikstaartpad', houseNumber: 3, houseSuffix: '', postcode: '', city: '' } }))
  for (let i = 0; i < 30; i++) await book.api.members.register(aMember({ firstName: `Canbuur${i}` }))
  await book.api.members.remove({ personId: id })
  book.setDay('2027-01-15')
  console.log(await emptyOldTrash(book.context))
  const bytes = readFileSync(book.opened.file).toString('latin1').toLowerCase()
  console.log('name', bytes.includes('canarisnaam'), bytes.includes('arisnaam'), 'street', bytes.includes('kwikstaartpad'), bytes.includes('wikstaart'))
  await book.close()
})
