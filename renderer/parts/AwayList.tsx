import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { Button } from '../components/Button.tsx'
import { Lines, LineTitle, Verbs } from '../components/Lines.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import { AwayDialog } from './AwayDialog.tsx'

type Away = Awaited<ReturnType<Api['care']['away']>>['now'][number]

export interface AwayListProps {
  readonly absences: readonly Away[]
  /** Say who it is; not on that person's own page. */
  readonly withPerson?: boolean
}

/** Who is away, from when until when. */
export function AwayList({ absences, withPerson = false }: AwayListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [changing, setChanging] = useState<Away>()
  const remove = useCommand(api.care.removeAway)
  return (
    <Lines>
      {absences.map((away) => {
        const { id, personId, personName: name, from, until, why } = away
        return (
          <li key={id}>
            <div>
              {withPerson && (
                <LineTitle>
                  <Link href={paths.person(personId)}>
                    <bdi>{name}</bdi>
                  </Link>
                </LineTitle>
              )}
              <p>
                {until === null
                  ? t('care.away.sentenceOpen', { from: format.day(from) })
                  : t('care.away.sentence', { from: format.day(from), until: format.day(until) })}
                {why !== null && `. ${t(`care.whys.${why}`)}`}.
              </p>
            </div>
            <Verbs>
              <Button kind="plain" label={t('care.away.changeLabel', { name })} onPress={() => setChanging(away)}>
                {t('care.away.change')}
              </Button>
              <Button
                kind="plain"
                label={t('care.away.removeLabel', { name })}
                isBusy={remove.isRunning}
                onPress={() => void remove.run({ id })}
              >
                {t('care.away.remove')}
              </Button>
            </Verbs>
          </li>
        )
      })}
      {remove.formError && <p role="alert">{remove.formError}</p>}
      {changing && (
        <AwayDialog
          person={{ id: changing.personId, name: changing.personName }}
          away={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Lines>
  )
}
