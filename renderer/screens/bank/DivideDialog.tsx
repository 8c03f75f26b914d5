import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import type { Payer, PayerView } from '../../../shared/contract/dues.ts'
import { isOffered } from '../../../shared/domain/booking-category.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { Button } from '../../components/Button.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import type { ComboOption } from '../../components/OptionList.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PayerField } from '../../parts/PayerField.tsx'
import { useCategoryName } from '../../parts/use-category-name.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './Bank.module.css'
import { useLineWords } from './use-line-words.ts'

interface Part {
  readonly key: number
  readonly payer: Payer | null
  /** What stands in the field when it is first shown. */
  readonly initial: ComboOption | null
  readonly cents: Cents | null
}

/** As many as the contract takes. */
const mostParts = 20

/** Divides the money of one line over several payers, or into dues and something else: somebody paid for the neighbours too, or gave a bit. */
export function DivideDialog({ line, onClose }: { readonly line: OpenLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const lineWords = useLineWords()
  const { parts, set, add, remove, removeEmpty } = useParts(line)
  const [categoryId, setCategoryId] = useState<string | null>(null)
  const assign = useCommand(api.bank.assign)
  const used = parts.reduce((sum, { cents }) => sum + (cents ?? 0), 0)
  const rest = line.cents - used
  const amounts = { used: format.amount(used), amount: format.amount(line.cents), rest: format.amount(Math.abs(rest)) }
  const save = async () => {
    const other = categoryId !== null && rest > 0 ? { categoryId, cents: rest } : null
    const outcome = await assign.run({ lineId: line.id, parts: joinParts(parts), other })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bank.divide.title')}
      sub={lineWords(line)}
      submit={t('bank.divide.save')}
      command={assign}
      onSubmit={save}
      onClose={onClose}
    >
      <ul className={styles.parts}>
        {parts.map((part, at) => (
          <PartItem
            key={part.key}
            part={part}
            number={at + 1}
            onChange={(change) => set(part.key, change)}
            onRemove={parts.length > 1 ? () => remove(part.key) : undefined}
          />
        ))}
      </ul>
      {parts.length < mostParts && (
        <div>
          <Button onPress={() => add(rest > 0 ? rest : null)}>{t('bank.divide.add')}</Button>
        </div>
      )}
      {rest > 0 && (
        <OtherField
          label={t('bank.divide.other', amounts)}
          value={categoryId}
          onChange={(chosen) => {
            setCategoryId(chosen)
            if (chosen !== null) removeEmpty()
          }}
        />
      )}
      <p aria-live="polite">
        {rest === 0 || (rest > 0 && categoryId !== null)
          ? t('bank.divide.whole', amounts)
          : t(rest > 0 ? 'bank.divide.rest' : 'bank.divide.tooMuch', amounts)}
      </p>
    </FormDialog>
  )
}

interface PartItemProps {
  readonly part: Part
  readonly number: number
  readonly onChange: (change: Partial<Part>) => void
  readonly onRemove: (() => void) | undefined
}

function PartItem({ part, number, onChange, onRemove }: PartItemProps) {
  const { t } = useTranslation()
  const open = useOpenWords(part.payer)
  return (
    <li className={styles.part}>
      <PayerField
        label={t('bank.divide.who', { number })}
        hint={open ?? t('bank.payer.whoHint')}
        isFirst={number === 1}
        initial={part.initial}
        onChoose={(found) => onChange({ payer: found && { kind: found.payer.kind, id: found.payer.id } })}
      />
      <MoneyField
        isAboveZero
        isRequired
        label={t('bank.divide.amount', { number })}
        value={part.cents}
        onChange={(cents) => onChange({ cents })}
      />
      {onRemove && (
        <div className={styles.partEnd}>
          <Button kind="plain" label={t('bank.divide.removeLabel', { number })} onPress={onRemove}>
            {t('bank.divide.remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

const dues = 'dues'

/** What the money is that is not divided: dues of one more payer, or no dues at all. */
function OtherField(field: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (categoryId: string | null) => void
}) {
  const { t } = useTranslation()
  const categoryName = useCategoryName()
  const categories = useQuery(api.bookkeeping.categories, {})
  const all = categories.state === 'ready' ? categories.value : []
  const income = all.filter((category) => isOffered(category, 'income'))
  return (
    <SelectField
      label={field.label}
      value={field.value ?? dues}
      onChange={(chosen) => field.onChange(chosen === dues ? null : chosen)}
      options={[
        { value: dues, label: t('bank.divide.otherDues') },
        ...income.map((category) => ({ value: category.id, label: categoryName(category) })),
      ]}
    />
  )
}

/** What this payer has open, to know what to fill in. */
function useOpenWords(payer: Payer | null): string | undefined {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const preview = useQuery(
    api.dues.previewPayment,
    { payer: payer ?? { kind: 'person', id: 'none' }, amountCents: 0, day: null, parts: null },
    { isWanted: payer !== null },
  )
  if (payer === null || preview.state !== 'ready') return undefined
  const { openCents, payer: view } = preview.value
  const values = { payer: words.people(view.people), amount: format.amount(openCents) }
  return t(openCents > 0 ? 'bank.divide.open' : 'bank.divide.nothingOpen', values)
}

/** Begins with whom the matcher thinks of, and room for one more. */
function useParts(line: OpenLine) {
  const words = useDuesWords()
  const nextKey = useRef(2)
  const [parts, setParts] = useState<readonly Part[]>(() => {
    const shares = line.suggestions[0]?.shares ?? []
    const likely = shares.map(({ payer, cents }, key) => ({
      key,
      payer: refOf(payer),
      initial: { id: payer.id, label: words.people(payer.people) },
      cents: shares.length > 1 ? cents : null,
    }))
    const empty = [0, 1].map((key) => ({ key, payer: null, initial: null, cents: null }))
    nextKey.current = Math.max(2, likely.length)
    return [...likely, ...empty.slice(likely.length)]
  })
  return {
    parts,
    set: (key: number, change: Partial<Part>) =>
      setParts((known) => known.map((part) => (part.key === key ? { ...part, ...change } : part))),
    add: (cents: Cents | null) => {
      const key = nextKey.current
      nextKey.current += 1
      setParts((known) => [...known, { key, payer: null, initial: null, cents }])
    },
    remove: (key: number) => setParts((known) => known.filter((part) => part.key !== key)),
    /** All in which nothing is filled in, but for the first. */
    removeEmpty: () =>
      setParts((known) => known.filter(({ payer, cents }, at) => at === 0 || payer !== null || cents !== null)),
  }
}

const refOf = ({ kind, id }: PayerView): Payer => ({ kind, id })

/** Whoever stands there twice gets one payment. */
function joinParts(parts: readonly Part[]): { payer: Payer; cents: Cents }[] {
  const joined = new Map<string, { payer: Payer; cents: Cents }>()
  for (const { payer, cents } of parts) {
    if (payer === null || cents === null) continue
    const key = `${payer.kind} ${payer.id}`
    joined.set(key, { payer, cents: (joined.get(key)?.cents ?? 0) + cents })
  }
  return [...joined.values()]
}
