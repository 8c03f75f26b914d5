import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import { PauseDialog } from './PauseDialog.tsx'
import { type OpenPayer, useReminderWords } from './use-reminder-words.ts'

export interface PayerDialogProps {
  readonly payer: OpenPayer
  readonly today: Day
  readonly onClose: () => void
}

/** One payer: who it is about, which letters went out, and whether letters may go. */
export function PayerDialog({ payer: row, today, onClose }: PayerDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const reminderWords = useReminderWords(today)
  const [isPausing, setPausing] = useState(false)
  const name = words.people(row.payer.people)
  if (isPausing) return <PauseDialog payer={row.payer} onClose={() => setPausing(false)} />
  return (
    <Dialog
      title={name}
      sub={t('reminders.payer.sub', { amount: format.amount(row.cents), month: format.month(row.oldest, today) })}
      onClose={onClose}
      actions={
        <>
          {row.pauses.length === 0 && <Button onPress={() => setPausing(true)}>{t('reminders.pause.open')}</Button>}
          <Button kind="main" onPress={onClose}>
            {t('reminders.done.close')}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          {
            term: t('reminders.payer.people'),
            value: (
              <ul>
                {row.payer.people.map(({ id, given, family }) => (
                  <li key={id}>
                    <Link href={paths.person(id)}>
                      <Bdi>{`${given} ${family}`}</Bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t('reminders.columns.next'), value: reminderWords.next(row) },
        ]}
      />
      <Section title={t('reminders.payer.letters')}>
        {row.sent.length === 0 ? (
          <p className="soft">{t('reminders.payer.noLetters')}</p>
        ) : (
          <ul>
            {row.sent.map((sent) => (
              <li key={sent.id}>{reminderWords.letter(sent)}</li>
            ))}
          </ul>
        )}
      </Section>
      {row.pauses.length > 0 && (
        <Section title={t('reminders.payer.pauseTitle')}>
          <ul className="stack">
            {row.pauses.map((pause) => (
              <PauseLine key={pause.id} pause={pause} />
            ))}
          </ul>
        </Section>
      )}
    </Dialog>
  )
}

function PauseLine({ pause }: { readonly pause: OpenPayer['pauses'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const end = useCommand(api.reminders.endPause)
  const day = pause.untilDay === null ? '' : format.day(pause.untilDay)
  const kind =
    pause.kind === 'pause' || pause.untilDay !== null
      ? t('reminders.payer.kind.pause', { day })
      : t(`reminders.payer.kind.${pause.kind}`)
  return (
    <li className="cluster">
      <p>
        {pause.reason === null
          ? t('reminders.payer.pauseKind', { kind })
          : t('reminders.payer.pauseReason', { kind, reason: pause.reason })}
      </p>
      <FormError text={end.formError} />
      <Button isBusy={end.isRunning} onPress={() => void end.run({ id: pause.id })}>
        {t('reminders.payer.end')}
      </Button>
    </li>
  )
}
