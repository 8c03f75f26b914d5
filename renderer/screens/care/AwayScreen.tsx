import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { AwayDialog } from '../../parts/AwayDialog.tsx'
import { AwayList } from '../../parts/AwayList.tsx'
import { CarePage } from './CarePage.tsx'

/** Who is away for longer, now and soon: nobody asks after them meanwhile. */
export function AwayScreen() {
  return (
    <CarePage>
      <Absences />
    </CarePage>
  )
}

function Absences() {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const away = useQuery(api.care.away, {})
  return (
    <>
      <Button onPress={() => setAdding(true)}>{t('care.addAway')}</Button>
      <Answered of={away}>
        {({ now, later }) =>
          now.length + later.length === 0 ? (
            <EmptyState title={t('care.away.none')}>{t('care.away.noneHint')}</EmptyState>
          ) : (
            <>
              {now.length > 0 && (
                <Section title={t('care.away.now')}>
                  <AwayList absences={now} withPerson />
                </Section>
              )}
              {later.length > 0 && (
                <Section title={t('care.away.later')}>
                  <AwayList absences={later} withPerson />
                </Section>
              )}
            </>
          )
        }
      </Answered>
      {isAdding && <AwayDialog person={null} away={null} onClose={() => setAdding(false)} />}
    </>
  )
}
