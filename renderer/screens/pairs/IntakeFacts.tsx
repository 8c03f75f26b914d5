import { useTranslation } from 'react-i18next'
import { Facts } from '../../components/Facts.tsx'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { Intake } from './use-pair-words.ts'

/** The few words somebody came in with. */
export function IntakeFacts({ intake }: { readonly intake: Intake }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { interests, brings, availability, languages, spokenOn } = intake
  return (
    <>
      <Facts
        facts={[
          { term: t('pairs.waiting.interests'), value: interests },
          { term: t('pairs.waiting.brings'), value: brings },
          { term: t('pairs.waiting.availability'), value: availability },
          { term: t('pairs.waiting.languages'), value: languages },
        ]}
      />
      {spokenOn === null ? (
        <Status kind="no">{t('pairs.waiting.notSpoken')}</Status>
      ) : (
        <Status kind="ok">{t('pairs.waiting.spoken', { day: format.day(spokenOn, 'short') })}</Status>
      )}
    </>
  )
}
