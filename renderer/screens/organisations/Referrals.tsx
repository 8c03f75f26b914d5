import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'

const ReferralDialog = later(async () => (await import('./ReferralDialog.tsx')).ReferralDialog)

export type Referral = OrganisationPage['referrals'][number]

/** When somebody was pointed to this organisation, and what came of it. Never who or why. */
export function Referrals({ organisation }: { readonly organisation: OrganisationPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [edited, setEdited] = useState<Referral | 'new' | null>(null)
  return (
    <div className="stack">
      {organisation.referrals.length === 0 ? (
        <p className="soft">{t('organisations.referral.none')}</p>
      ) : (
        <TitledLines label={t('organisations.referral.title')}>
          {organisation.referrals.map((referral) => (
            <TitledLine
              key={referral.id}
              title={format.day(referral.day)}
              verbs={
                <RowVerbs
                  name={format.day(referral.day)}
                  id={referral.id}
                  remove={api.organisations.removeReferral}
                  onChange={() => setEdited(referral)}
                />
              }
            >
              <Status kind={referral.outcome === 'open' ? 'att' : referral.outcome === 'geholpen' ? 'ok' : 'no'} wraps>
                {t(`organisations.referral.outcomes.${referral.outcome}`)}
              </Status>
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('organisations.referral.add')}
        </Button>
      </div>
      {edited !== null && (
        <ReferralDialog
          organisation={organisation}
          referral={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
