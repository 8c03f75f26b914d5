// What the screen Incasso shows.
import { envelopeLines } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { earliestCollectDay } from '../../../shared/domain/collection-days.ts'
import { mandateState } from '../../../shared/domain/mandate.ts'
import { knownReturnCode, meaningOfReturn } from '../../../shared/domain/return-code.ts'
import { mainAccountOf } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { allAgreements } from '../dues/agreement-queries.ts'
import { makeAccounts } from '../dues/payer-accounts.ts'
import { findAddress, findPerson } from '../members/person-queries.ts'
import type { CollectionItem } from './collection-queries.ts'
import { allCollections, allReturns, collectionView, findCollection, itemsOfCollection } from './collection-queries.ts'
import { problemsOf } from './collection-steps.ts'
import { allMandates, mandatesById } from './mandate-queries.ts'
import { mandateByAccount, peopleById, peopleCollectedFrom } from './propose-collection.ts'

const returnsShown = 100

export async function collectionsOverview({ db, today }: BookContext) {
  const account = await mainAccountOf(db)
  return {
    account,
    ...(await mandateCounts(db, today())),
    earliestDay: account?.creditorId ? earliestCollectDay(today(), account.noticeDays) : null,
    collections: (await allCollections(db)).map(collectionView),
    returns: await returnsShownOf(db, today()),
  }
}

/** People whose dues should be collected, and for how many of them there is a mandate to do it by. */
async function mandateCounts(db: Reader, today: Day) {
  const agreements = await allAgreements(db)
  const current = agreements.filter(({ until_day }) => until_day === null || until_day > today)
  const accounts = makeAccounts(agreements)
  const people = [...peopleCollectedFrom(current, today)]
  const mandates = mandateByAccount(accounts, await allMandates(db), today)
  const usable = people.filter((personId) => {
    const mandate = mandates.get(accounts.payingFor(personId))
    return mandate !== undefined && mandateState(mandate, today) === 'active'
  })
  return { wanting: people.length, withMandate: usable.length }
}

async function returnsShownOf(db: Reader, today: Day) {
  const returns = await allReturns(db, returnsShown)
  const people = await peopleById(
    db,
    returns.map(({ personId }) => personId),
  )
  const mandates = await mandatesById(
    db,
    returns.map(({ mandateId }) => mandateId),
  )
  return returns.map(({ itemId, collectionId, personId, mandateId, cents, day, code }) => {
    const mandate = mandates.get(mandateId)
    const { advice, letter } = meaningOfReturn(code)
    return {
      itemId,
      collectionId,
      personId,
      name: people.get(personId)?.name ?? '',
      cents,
      day,
      code,
      knownCode: knownReturnCode(code),
      advice,
      letter,
      mandateState: mandate ? mandateState(mandate, today) : ('ended' as const),
    }
  })
}

export async function collectionDetail({ db }: BookContext, id: string) {
  const collection = await findCollection(db, id)
  const items = await itemsOfCollection(db, id)
  const people = await peopleById(
    db,
    items.map(({ personId }) => personId),
  )
  const isWithUs = collection.isLive && collection.submittedOn === null
  const problems = isWithUs ? await problemsOf(db, collection, items) : new Map()
  return {
    ...collectionView(collection),
    items: items.map((item) => ({
      id: item.id,
      personId: item.personId,
      name: people.get(item.personId)?.name ?? '',
      holder: item.holder,
      iban: item.iban,
      cents: item.cents,
      newAccount: item.newAccount,
      state: stateOfItem(item),
      returnCode: item.returnCode,
      problem: problems.get(item.id) ?? null,
    })),
  }
}

function stateOfItem(item: CollectionItem): 'open' | 'settled' | 'returned' {
  if (item.returnCode !== null || item.takenBack) return 'returned'
  return item.paymentId === null ? 'open' : 'settled'
}

/** Whom to tell what before it is collected. */
export async function collectionNotices({ db }: BookContext, id: string) {
  const collection = await findCollection(db, id)
  const people = []
  for (const item of await itemsOfCollection(db, id)) {
    const person = await findPerson(db, item.personId)
    const names = await peopleById(db, [item.personId])
    people.push({
      itemId: item.id,
      personId: item.personId,
      name: names.get(item.personId)?.name ?? '',
      email: person.email,
      addressLines: envelopeLines(await findAddress(db, person.householdId)),
      iban: item.iban ?? '',
      mandateReference: item.mandateReference ?? '',
      cents: item.cents,
    })
  }
  const { collectDay, creditorName, creditorId, text } = collection
  return { collectDay, creditorName, creditorId, text, people }
}
