import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { type Api, api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'

const OfferDialog = later(async () => (await import('./OfferDialog.tsx')).OfferDialog)

export type Offer = Awaited<ReturnType<Api['organisations']['offers']>>['offers'][number]

/** What an organisation offers. */
export function OfferLines({ organisation }: { readonly organisation: OrganisationPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [edited, setEdited] = useState<Offer | 'new' | null>(null)
  return (
    <div className="stack">
      {organisation.offers.length === 0 ? (
        <p className="soft">{t('organisations.offer.none')}</p>
      ) : (
        <TitledLines label={t('organisations.offer.title')}>
          {organisation.offers.map((offer) => (
            <TitledLine
              key={offer.id}
              title={offer.what}
              verbs={
                <RowVerbs
                  name={offer.what}
                  id={offer.id}
                  remove={api.organisations.removeOffer}
                  onChange={() => setEdited(offer)}
                />
              }
            >
              {[offer.forWhom, offer.days, offer.district].filter(Boolean).map((words) => (
                <div key={words}>{words}</div>
              ))}
              {offer.lastDay && (
                <div className="soft">{t('organisations.offer.until', { day: format.day(offer.lastDay) })}</div>
              )}
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('organisations.offer.add')}
        </Button>
      </div>
      {edited !== null && (
        <OfferDialog
          organisationId={organisation.id}
          offer={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
