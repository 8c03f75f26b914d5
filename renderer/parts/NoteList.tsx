import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../components/Bdi.tsx'
import { Button } from '../components/Button.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Lines, Verbs } from '../components/Lines.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './Care.module.css'
import { MendNoteDialog } from './MendNoteDialog.tsx'
import { useReaders } from './use-readers.ts'

type Note = Awaited<ReturnType<Api['care']['forPerson']>>['notes'][number]

/** Notes as they were written, each with who can see it, until when it stands, and on whose word. */
export function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const readers = useReaders()
  const [erasing, setErasing] = useState<string>()
  const [mending, setMending] = useState<{ id: string; text: string }>()
  const remove = useCommand(api.care.removeNote)
  return (
    <Lines>
      {notes.map((note) => (
        <li key={note.id}>
          <div>
            <p className={styles.note} dir="auto">
              <Bdi>{note.text ?? t('care.note.unreadable')}</Bdi>
            </p>
            <p className="soft small">
              {format.day(note.writtenDay)}. {readers.sentence}{' '}
              {t('care.note.until', { day: format.day(note.expiresDay) })}.{' '}
              {t('care.consent.shown', {
                by: t(`care.consent.bys.${note.consent.by}`).toLowerCase(),
                how: t(`care.consent.hows.${note.consent.how}`).toLowerCase(),
                day: format.day(note.consent.day),
              })}
            </p>
          </div>
          <Verbs>
            {note.isOwn && note.text !== null && (
              <Button kind="plain" onPress={() => setMending({ id: note.id, text: note.text ?? '' })}>
                {t('care.note.mend')}
              </Button>
            )}
            <Button kind="plain" onPress={() => setErasing(note.id)}>
              {t('care.note.remove')}
            </Button>
          </Verbs>
        </li>
      ))}
      {mending && <MendNoteDialog {...mending} onClose={() => setMending(undefined)} />}
      {erasing !== undefined && (
        <ConfirmDialog
          title={t('care.note.removeTitle')}
          confirmLabel={t('care.note.removeVerb')}
          isFinal
          isBusy={remove.isRunning}
          error={remove.formError}
          onClose={() => setErasing(undefined)}
          onConfirm={async () => {
            const outcome = await remove.run({ id: erasing })
            if (outcome.ok) setErasing(undefined)
          }}
        >
          <p>{t('care.note.removeText')}</p>
        </ConfirmDialog>
      )}
    </Lines>
  )
}
