import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Form } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { Section } from '../../components/Section.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import type { GatheringDetail } from './GatheringScreen.tsx'
import styles from './Gatherings.module.css'

/** Guests are a number; the note is about the gathering, not about people. */
export function GuestsAndNote({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const saveGuests = useCommand(api.gatherings.setGuests)
  const saveNote = useCommand(api.gatherings.setNote)
  // undefined: nothing typed here, what the book says is shown.
  const [guests, setGuests] = useState<number | null>()
  const [note, setNote] = useState<string>()
  const known = gathering.note ?? ''
  // Where people are only counted, guests are everybody and are counted above.
  const isCounted = gathering.counted === 'aantal'
  return (
    <Section title={t(isCounted ? 'gatherings.extra.note' : 'gatherings.extra.title')}>
      <div className="stack">
        {!isCounted && (
          <Form
            error={saveGuests.formError}
            onSubmit={async () => {
              const outcome = await saveGuests.run({ gatheringId: gathering.id, guests: guests ?? 0 })
              if (outcome.ok) setGuests(undefined)
            }}
          >
            <div className={styles.guests}>
              <NumberField
                label={t('gatherings.extra.guests')}
                hint={t('gatherings.extra.guestsHint')}
                max={10_000}
                width="medium"
                value={guests === undefined ? gathering.guests : guests}
                onChange={setGuests}
                error={saveGuests.fieldError('guests')}
              />
              {guests !== undefined && guests !== gathering.guests && (
                <div className={styles.besideField}>
                  <Button type="submit" isBusy={saveGuests.isRunning}>
                    {t('gatherings.extra.saveGuests')}
                  </Button>
                </div>
              )}
            </div>
          </Form>
        )}
        <Form
          error={saveNote.formError}
          onSubmit={async () => {
            const outcome = await saveNote.run({ gatheringId: gathering.id, note: note ?? known })
            if (outcome.ok) setNote(undefined)
          }}
        >
          <TextArea
            label={t('gatherings.extra.note')}
            hint={t('gatherings.extra.noteHint')}
            rows={4}
            maxLength={4000}
            value={note ?? known}
            onChange={setNote}
            error={saveNote.fieldError('note')}
          />
          {note !== undefined && note !== known && (
            <div className="cluster">
              <Button type="submit" isBusy={saveNote.isRunning}>
                {t('gatherings.extra.save')}
              </Button>
            </div>
          )}
        </Form>
      </div>
    </Section>
  )
}
