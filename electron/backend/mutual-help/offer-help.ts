// What somebody would gladly do is written down before anybody asks: offering is easier than asking.

import type { BookContext } from '../context.ts'
import { refuseMissing } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { type Offer, saveOffer, withdrawOffers } from './offer-queries.ts'

export async function offerHelp(context: BookContext, offer: Offer): Promise<void> {
  await write(context, { kind: 'helpOffered', subject: { table: 'person', id: offer.personId } }, async (tx) => {
    await refuseMissing(tx, 'person', offer.personId, 'personId')
    await saveOffer(tx, offer, context.today(), context.now().toISOString())
  })
}

export async function stopOffering(context: BookContext, personId: string): Promise<void> {
  await write(context, { kind: 'helpOfferEnded', subject: { table: 'person', id: personId } }, (tx) =>
    withdrawOffers(tx, personId, context.now().toISOString()),
  )
}
