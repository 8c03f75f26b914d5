import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HelpCategory, type HelpTime, helpCategories, helpTimes } from '../../shared/domain/mutual-help.ts'
import { CheckGroup } from '../components/CheckGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { NumberField } from '../components/NumberField.tsx'
import { TextField } from '../components/TextField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { FormDialog } from './FormDialog.tsx'
import type { Helper } from './help-draft.ts'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'

export interface OfferDialogProps {
  /** Whose offer; null: that is asked first. */
  readonly person: PickedPerson | null
  /** What they offer already. */
  readonly offer: Helper | null
  readonly onClose: () => void
}

/** "Wat zou u graag doen?" What somebody offers, when, how often at the most, and whether not now. */
export function OfferDialog({ person, offer, onClose }: OfferDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.mutualHelp.offer)
  const [picked, setPicked] = useState(person)
  const [categories, setCategories] = useState<readonly HelpCategory[]>(offer?.categories ?? [])
  const [times, setTimes] = useState<readonly HelpTime[]>(offer?.times ?? [])
  const [perMonth, setPerMonth] = useState(offer?.perMonth ?? null)
  const [pausedUntil, setPausedUntil] = useState(offer?.pausedUntil ?? null)
  const [words, setWords] = useState(offer?.words ?? '')
  const [isEmpty, setEmpty] = useState(false)

  const submit = async () => {
    setEmpty(categories.length === 0)
    if (picked === null || categories.length === 0) return
    const outcome = await save.run({
      personId: picked.id,
      categories: [...categories],
      times: [...times],
      perMonth,
      pausedUntil,
      words: words.trim() === '' ? null : words,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={person ? t('mutualHelp.offer.titleOf', { name: person.name }) : t('mutualHelp.offer.title')}
      submit={t('mutualHelp.offer.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
      size="wide"
    >
      {!person && (
        <PersonPicker label={t('mutualHelp.offer.person')} isRequired isFirst value={picked} onChange={setPicked} />
      )}
      <CheckGroup
        label={t('mutualHelp.offer.categories')}
        isInColumns
        options={helpCategories.map((value) => ({ value, label: t(`mutualHelp.categories.${value}`) }))}
        value={categories}
        onChange={setCategories}
        error={isEmpty && categories.length === 0 ? t('mutualHelp.offer.noCategory') : undefined}
      />
      <CheckGroup
        label={t('mutualHelp.offer.times')}
        hint={t('mutualHelp.offer.timesHint')}
        isInColumns
        options={helpTimes.map((value) => ({ value, label: t(`mutualHelp.times.${value}`) }))}
        value={times}
        onChange={setTimes}
      />
      <FieldRow>
        <NumberField
          label={t('mutualHelp.offer.perMonth')}
          hint={t('mutualHelp.offer.perMonthHint')}
          min={1}
          max={31}
          width="short"
          value={perMonth}
          onChange={setPerMonth}
        />
        <DayField
          label={t('mutualHelp.offer.pausedUntil')}
          hint={t('mutualHelp.offer.pausedHint')}
          width="short"
          value={pausedUntil}
          onChange={setPausedUntil}
        />
      </FieldRow>
      <TextField
        label={t('mutualHelp.offer.words')}
        hint={t('mutualHelp.offer.wordsHint')}
        isOptional
        maxLength={200}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}
