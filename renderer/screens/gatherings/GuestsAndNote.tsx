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
  const sendGuests = async (count: number) => {
    const outcome = await saveGuests.run({ gatheringId: gathering.id, guests: count })
    if (outcome.ok) setGuests(undefined)
  }
  const sendNote = async (text: string) => {
    const outcome = await saveNote.run({ gatheringId: gathering.id, note: text })
    if (outcome.ok) setNote(undefined)
  }
  // Done, a link or the keys for back: who typed a note and goes on has no reason to think that it was not kept.
  const hasNewNote = note !== undefined && note !== known
  const hasNewGuests = guests !== undefined && guests !== gathering.guests
  return (
    <Section title={t(isCounted ? 'gatherings.extra.note' : 'gatherings.extra.title')}>
      <div className="stack">
        {!isCounted && (
          <Form
            error={saveGuests.formError}
            onSubmit={() => sendGuests(guests ?? 0)}
            onLeave={() => hasNewGuests && guests !== null && sendGuests(guests)}
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
              {hasNewGuests && (
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
          onSubmit={() => sendNote(note ?? known)}
          onLeave={() => hasNewNote && sendNote(note)}
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
          {hasNewNote && (
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
