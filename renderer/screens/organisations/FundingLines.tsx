import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/Amount.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { type Api, api } from '../../data/api.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import { FundingStatus } from './FundingStatus.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'

const FundingDialog = later(async () => (await import('./FundingDialog.tsx')).FundingDialog)

export type FundingLine = Awaited<ReturnType<Api['organisations']['funding']>>['funding'][number]

/** Who pays for an organisation, and until when. */
export function FundingLines({ organisation }: { readonly organisation: OrganisationPage }) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<FundingLine | 'new' | null>(null)
  return (
    <div className="stack">
      {organisation.funding.length === 0 ? (
        <p className="soft">{t('organisations.funding.noneHere')}</p>
      ) : (
        <TitledLines label={t('organisations.funding.title')}>
          {organisation.funding.map((line) => (
            <TitledLine
              key={line.id}
              title={
                <>
                  {line.funder}: <Amount cents={line.amountCents} />
                </>
              }
              verbs={
                <RowVerbs
                  name={line.funder}
                  id={line.id}
                  remove={api.organisations.removeFunding}
                  onChange={() => setEdited(line)}
                />
              }
            >
              <div>
                {t(`organisations.funding.kinds.${line.kind}`)}
                {line.offerName && `, ${line.offerName}`}
              </div>
              <FundingStatus line={line} />
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('organisations.funding.add')}
        </Button>
      </div>
      {edited !== null && (
        <FundingDialog
          organisationId={organisation.id}
          line={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
