import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { InitiativePage } from './InitiativeDialog.tsx'

const GatheringsDialog = later(async () => (await import('./GatheringsDialog.tsx')).GatheringsDialog)

/** Gatherings that count for the initiative: how often, and who kept coming. */
export function CountingGatherings({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <div className="stack">
      {initiative.gatherings.length === 0 ? (
        <p className="soft">{t('initiatives.gathering.none')}</p>
      ) : (
        <TitledLines label={t('initiatives.gathering.title')}>
          {initiative.gatherings.map(({ id, title, day, isHeld }) => (
            <TitledLine
              key={id}
              title={
                <Link href={paths.gathering(id)}>
                  <Bdi>{title}</Bdi>
                </Link>
              }
            >
              <span className="soft">
                {t(isHeld ? 'initiatives.gathering.held' : 'initiatives.gathering.planned', { day: format.day(day) })}
              </span>
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="calendar" onPress={() => setChoosing(true)}>
          {t('initiatives.gathering.choose')}
        </Button>
      </div>
      {isChoosing && <GatheringsDialog initiativeId={initiative.id} onClose={() => setChoosing(false)} />}
    </div>
  )
}
