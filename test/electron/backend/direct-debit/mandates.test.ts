import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DebitBook } from '../../../support/debit-book.ts'
import { openDebitBook } from '../../../support/debit-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DebitBook
beforeEach(async () => {
  book = await openDebitBook()
})
afterEach(() => book.close())

const mandatesOf = async (personId: string) => (await book.api.directDebit.person({ personId })).mandates

describe('the account that collects', () => {
  it('keeps its number and creditor identifier in one form', async () => {
    await book.saveAccount({ iban: 'nl91 abna 0417 1643 00', creditorId: 'nl51 zzz 4053 6533 0000' })
    expect(await book.api.directDebit.account({})).toMatchObject({
      iban: 'NL91ABNA0417164300',
      creditorId: 'NL51ZZZ405365330000',
      noticeDays: 14,
      painVersion: '08',
    })
  })

  it.each([
    [{ iban: 'NL91ABNA0417164301' }, 'ibanInvalid', 'iban'],
    [{ creditorId: 'NL50ZZZ405365330000' }, 'creditorIdInvalid', 'creditorId'],
    [{ holder: 'فاطمة' }, 'holderUnwritable', 'holder'],
  ])('refuses %o', async (wrong, code, field) => {
    await expect(book.saveAccount(wrong)).rejects.toMatchObject({ code, details: { field } })
    expect(await book.api.directDebit.account({})).toMatchObject({ iban: 'NL91ABNA0417164300' })
  })

  it('may be without a creditor identifier, and then collects nothing', async () => {
    await book.saveAccount({ creditorId: null })
    await expect(book.api.directDebit.propose({ collectDay: '2026-12-28' })).rejects.toMatchObject({
      code: 'noCreditorId',
    })
    await expect(book.make('2026-12-28')).rejects.toMatchObject({ code: 'noCreditorId' })
  })

  it('is called as it was given when it is new, and keeps the name it has', async () => {
    const accounts = async () => (await book.api.bank.accounts({})).map(({ name }) => name)
    await book.saveAccount({ iban: 'NL20INGB0001234567', name: 'Current account' })
    expect(await accounts()).toEqual(['Betaalrekening'])
    const other = await openDuesBook()
    const account = { holder: 'Stadsdorp', iban: 'NL20INGB0001234567', creditorId: null, name: 'Current account' }
    const limits = { itemLimitCents: null, monthLimitCents: null, noticeDays: 14, painVersion: '08' } as const
    await other.api.directDebit.saveAccount({ ...account, ...limits })
    expect((await other.api.bank.accounts({})).map(({ name }) => name)).toEqual(['Current account'])
    await other.close()
  })

  it('comes back as it was by undo', async () => {
    await book.saveAccount({ holder: 'Anders' })
    await book.api.history.undo({})
    expect(await book.api.directDebit.account({})).toMatchObject({ holder: 'Stadsdorp Oosterweide' })
  })
})

describe('a mandate', () => {
  it('waits for a signature, and can be used once it is signed', async () => {
    const { personId, mandateId } = await book.aDebtor('Joyce Pinas', { signedOn: null })
    expect(await mandatesOf(personId)).toMatchObject([{ state: 'unsigned', holder: 'Renée Çelik' }])
    await book.api.directDebit.signMandate({ mandateId, signedOn: '2026-11-20' })
    expect(await mandatesOf(personId)).toMatchObject([{ state: 'active', signedOn: '2026-11-20' }])
  })

  it('waits, goes on and ends', async () => {
    const { personId, mandateId } = await book.aDebtor('Joyce Pinas')
    await book.api.directDebit.holdMandate({ mandateId, reason: 'request' })
    expect(await mandatesOf(personId)).toMatchObject([{ state: 'hold', holdReason: 'request', heldOn: '2026-11-23' }])
    await book.api.directDebit.releaseMandate({ mandateId })
    expect(await mandatesOf(personId)).toMatchObject([{ state: 'active', holdReason: null }])
    await book.api.directDebit.endMandate({ mandateId, endedOn: '2026-11-23' })
    expect(await mandatesOf(personId)).toMatchObject([{ state: 'ended' }])
    await expect(book.api.directDebit.releaseMandate({ mandateId })).rejects.toMatchObject({ code: 'mandateEnded' })
  })

  it('of a housemate who pays together is the one that is used, and the page of each says whose it is', async () => {
    const { personId: joyce } = await book.aDebtor('Joyce Pinas')
    const ria = await book.aPayer('Ria Pinas', { from: '2026-11-01', method: 'incasso', with: joyce })
    const pageOf = (personId: string) => book.api.directDebit.person({ personId })
    expect(await pageOf(ria)).toMatchObject({
      mandates: [],
      ofOther: { personId: joyce, mandate: { state: 'active' } },
    })
    expect(await pageOf(joyce)).toMatchObject({ ofOther: null })
    const [own] = await mandatesOf(joyce)
    await book.api.directDebit.endMandate({ mandateId: own?.id ?? '', endedOn: '2026-11-23' })
    expect(await pageOf(ria)).toMatchObject({ ofOther: null })
  })

  it('of who pays for somebody else is named on the page of that one', async () => {
    const ria = await book.aPerson('Ria Pinas')
    const wim = await book.aPayer('Wim Groot', {
      from: '2026-11-01',
      method: 'incasso',
      payer: { kind: 'person', id: ria },
    })
    await book.aMandate(ria)
    expect(await book.api.directDebit.person({ personId: wim })).toMatchObject({ ofOther: { personId: ria } })
  })

  it('of a housemate is not used for who pays otherwise', async () => {
    const { personId: joyce } = await book.aDebtor('Joyce Pinas')
    const ria = await book.aPayer('Ria Pinas', { from: '2026-11-01', with: joyce })
    expect(await book.api.directDebit.person({ personId: ria })).toMatchObject({ ofOther: null })
  })

  it('gets a reference of its own, and keeps one that was known before', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.aMandate(personId)
    await book.aMandate(personId, { reference: 'OUD/1042' })
    const references = (await mandatesOf(personId)).map(({ reference }) => reference)
    expect(new Set(references).size).toBe(3)
    expect(references).toContain('OUD/1042')
    await expect(book.aMandate(personId, { reference: 'OUD/1042' })).rejects.toMatchObject({
      code: 'mandateReferenceTaken',
    })
  })

  it.each([
    [{ iban: 'NL13TEST0123456788' }, 'ibanInvalid'],
    [{ holder: '李' }, 'holderUnwritable'],
    [{ reference: 'a//b' }, 'mandateReferenceInvalid'],
    [{ signedOn: '2026-11-24' }, 'dayInFuture'],
    [{ signedOn: '1926-10-01' }, 'mandateTooOld'],
    [{ usedBeforeOn: '1926-10-01' }, 'mandateTooOld'],
  ])('with %o is refused', async (wrong, code) => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await expect(book.aMandate(personId, wrong)).rejects.toMatchObject({ code })
    expect(await mandatesOf(personId)).toHaveLength(1)
  })

  it('is not signed or ended in a year that was typed wrong', async () => {
    const { mandateId } = await book.aDebtor('Joyce Pinas', { signedOn: null })
    const { signMandate, endMandate } = book.api.directDebit
    await expect(signMandate({ mandateId, signedOn: '2009-10-31' })).rejects.toMatchObject({ code: 'mandateTooOld' })
    await signMandate({ mandateId, signedOn: '2009-11-01' })
    await expect(endMandate({ mandateId, endedOn: '2009-10-31' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
      details: { field: 'endedOn', from: '2009-11-01' },
    })
  })

  it('is undone as a whole', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.api.history.undo({})
    expect(await mandatesOf(personId)).toEqual([])
  })

  it('prints with what the payer signs', async () => {
    const { mandateId } = await book.aDebtor('Joyce Pinas', { signedOn: null, reference: 'M-1042' })
    expect(await book.api.directDebit.mandateForm({ mandateId })).toMatchObject({
      reference: 'M-1042',
      creditorId: 'NL51ZZZ405365330000',
      creditorName: 'Stadsdorp Oosterweide',
      addressLines: ['Lijsterpad 1'],
    })
  })
})
