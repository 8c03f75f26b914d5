import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryView, YearReport } from '../../../shared/contract/bookkeeping.ts'
import { isOffered } from '../../../shared/domain/booking-category.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { MoneyField } from '../../components/MoneyField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useCategoryName } from '../../parts/use-category-name.ts'

const kinds = ['income', 'expense'] as const

/** What is expected of the year, per category. */
export function BudgetDialog({ report, onClose }: { readonly report: YearReport; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const [amounts, setAmounts] = useState<ReadonlyMap<string, Cents | null>>(
    () => new Map(report.lines.map((line) => [line.categoryId, line.budgetCents])),
  )
  const categories = useQuery(api.bookkeeping.categories, {})
  const set = useCommand(api.bookkeeping.setBudget)
  const save = async () => {
    const lines = [...amounts].map(([categoryId, cents]) => ({ categoryId, cents }))
    const outcome = await set.run({ year: report.year, lines })
    if (outcome.ok) onClose()
  }
  const dues: CategoryView = { id: 'dues', kind: 'income', name: null, isHidden: false }
  return (
    <FormDialog
      title={t('bookkeeping.budget.title', { year: report.year })}
      sub={t('bookkeeping.budget.sub')}
      submit={t('bookkeeping.budget.save')}
      command={set}
      onSubmit={save}
      onClose={onClose}
    >
      <Answered of={categories}>
        {(known) =>
          kinds.map((kind) => (
            <fieldset key={kind} className="stack">
              <legend>{t(`bookkeeping.budget.${kind}`)}</legend>
              {[dues, ...known]
                .filter((category) => isOffered(category, kind))
                .map((category) => (
                  <MoneyField
                    key={category.id}
                    label={nameOf(category)}
                    value={amounts.get(category.id) ?? null}
                    onChange={(cents) => setAmounts(new Map(amounts).set(category.id, cents))}
                  />
                ))}
            </fieldset>
          ))
        }
      </Answered>
    </FormDialog>
  )
}
