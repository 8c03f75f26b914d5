import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { isOffered } from '../../../shared/domain/booking-category.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useCategoryName } from '../../parts/use-category-name.ts'
import { useLineWords } from './use-line-words.ts'

/** What a line is that is no dues. */
export function CategoryDialog({ line, onClose }: { readonly line: OpenLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const lineWords = useLineWords()
  const categoryName = useCategoryName()
  const [chosen, setChosen] = useState<string | null>(line.categoryId)
  const [text, setText] = useState('')
  const categories = useQuery(api.bookkeeping.categories, {})
  const book = useCommand(api.bank.bookAs)
  const kind = line.cents > 0 ? 'income' : 'expense'
  const save = async () => {
    if (chosen === null) return
    const outcome = await book.run({ lineId: line.id, categoryId: chosen, text })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bank.category.title')}
      sub={lineWords(line)}
      submit={t('bank.category.save')}
      command={book}
      onSubmit={save}
      onClose={onClose}
    >
      <Answered of={categories}>
        {(all) => (
          <ChoiceGroup
            label={t('bank.category.label')}
            value={chosen}
            onChange={setChosen}
            choices={all
              .filter((category) => isOffered(category, kind))
              .map((category) => ({ value: category.id, label: categoryName(category) }))}
          />
        )}
      </Answered>
      <TextField label={t('bank.category.note')} value={text} onChange={setText} maxLength={500} isOptional />
    </FormDialog>
  )
}
