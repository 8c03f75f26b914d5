import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { Interval } from '../../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { type PresetCode, presets } from '../../../shared/domain/presets.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FieldRow, Form } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { type BookRulesDraft, BookRulesFields } from '../../parts/BookRulesFields.tsx'
import { PresetField } from '../../parts/PresetField.tsx'
import { RateField } from '../../parts/RateField.tsx'

export interface NewBookDialogProps {
  /** list: an existing list is taken in right after. empty: people are typed in. */
  readonly way: 'list' | 'empty'
  readonly onClose: () => void
}

/** Asks what a new book needs to know, makes it, and goes to where the work begins. */
export function NewBookDialog({ way, onClose }: NewBookDialogProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const duesFrom = startOfMonth(dayOfClock(new Date()))
  const create = useCommand(api.books.create)
  const addPlan = useCommand(api.dues.addPlan)
  const [cents, setCents] = useState<Cents | null>(null)
  const [months, setMonths] = useState<Interval>(1)
  const [draft, setDraft] = useState<BookRulesDraft>({
    name: '',
    kind: 'binnenbuurt',
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: false,
    accountingStart: null,
  })
  const [preset, setPreset] = useState<PresetCode | null>(null)
  const take = (code: PresetCode) => {
    const { modules: _modules, ...rules } = presets[code]
    setPreset(code)
    setDraft({ ...draft, ...rules, accountingStart: rules.duesEnabled ? (draft.accountingStart ?? duesFrom) : null })
  }

  const make = async () => {
    const { minGatheringsPerYear, accountingStart, duesEnabled } = draft
    if (minGatheringsPerYear === null) return
    // The address first: as soon as the book is there, this page gives way to it.
    navigate(way === 'list' ? paths.takeIn : paths.people)
    const made = await create.run({
      ...draft,
      minGatheringsPerYear,
      accountingStart: duesEnabled ? accountingStart : null,
      preset,
      modules: preset === null ? [] : [...presets[preset].modules],
    })
    if (!made.ok || !duesEnabled || cents === null || accountingStart === null) return
    const plan = await addPlan.run({
      name: t('firstRun.book.planName'),
      amountCents: cents,
      rateMonths: months,
      validFrom: accountingStart,
    })
    // The book is whole without its first plan; the dues page asks for one as long as there is none.
    if (!plan.ok) navigate(paths.dues)
  }
  return (
    <Dialog title={t(`firstRun.book.${way}Title`)} sub={t('firstRun.book.sub')} onClose={onClose}>
      <Form
        onSubmit={make}
        error={create.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={create.isRunning}>
              {t(`firstRun.book.${way}Submit`)}
            </Button>
          </>
        }
      >
        <BookRulesFields
          draft={draft}
          onChange={setDraft}
          fieldError={create.fieldError}
          afterName={<PresetField value={preset} onChange={take} />}
          afterDues={
            <FieldRow>
              <RateField
                cents={cents}
                onCents={setCents}
                months={months}
                onMonths={setMonths}
                hint={t('settings.book.amountHint')}
              />
            </FieldRow>
          }
          duesFrom={duesFrom}
          isInDialog
        />
      </Form>
    </Dialog>
  )
}
