import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { Apart } from './Apart.tsx'
import styles from './CompareDialog.module.css'
import type { FullRow } from './LookDialog.tsx'
import { useReasonText } from './use-reason-text.ts'

export interface CompareDialogProps {
  readonly id: string
  readonly row: FullRow
  readonly onClose: () => void
  readonly onCorrect: () => void
}

const parts = ['name', 'address', 'neighbourhood', 'phone', 'mobile', 'email', 'birthYear', 'number'] as const
type Part = (typeof parts)[number]
type Compared = FullRow['compared'][number]

/** Vergelijken: the same person, or somebody else? Of several it is chosen which one is meant. Leaving it open is allowed. */
export function CompareDialog({ id, row, onClose, onCorrect }: CompareDialogProps) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  const decide = useCommand(api.imports.decide)
  const isOfMore = row.compared.length > 1
  // Of father and son none is chosen beforehand: a hasty Yes would write to the wrong one.
  const isTakenForFirst = row.row.status === 'changed' || row.row.status === 'same'
  const [at, setAt] = useState(isOfMore && !isTakenForFirst ? null : 0)
  const [isAsked, setAsked] = useState(false)
  const compared = at === null ? undefined : row.compared[at]
  const choose = async (decision: 'same' | 'other' | 'open') => {
    if (decision === 'same' && !compared) return setAsked(true)
    const person = compared?.id == null ? {} : { person: compared.id }
    const outcome = await decide.run({ id, key: row.row.key, decision, ...person })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={t('imports.compare.title')}
      sub={reasons.all(row.row)}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onPress={() => void choose('open')}>
            {t('imports.compare.later')}
          </Button>
          <Button onPress={onCorrect}>{t('imports.look.edit')}</Button>
          <Button isBusy={decide.isRunning} onPress={() => void choose('other')}>
            {t(isOfMore ? 'imports.compare.none' : 'imports.compare.other')}
          </Button>
          <Button kind="main" isBusy={decide.isRunning} onPress={() => void choose('same')}>
            {t('imports.compare.same')}
          </Button>
        </>
      }
    >
      {isOfMore && (
        <ChoiceGroup
          label={t('imports.compare.who')}
          layout="column"
          value={at === null ? null : String(at)}
          error={isAsked && at === null ? t('imports.compare.whoFirst') : undefined}
          onChange={(chosen) => setAt(Number(chosen))}
          choices={row.compared.map(({ name }, index) => ({ value: String(index), label: name }))}
          draw={({ value, label }) => <Namesake name={label} of={row.compared[Number(value)]} />}
        />
      )}
      <Comparison row={row} compared={compared} />
      <p className="soft">
        {t(
          compared?.line != null
            ? 'imports.compare.resultListed'
            : isOfMore
              ? 'imports.compare.resultMore'
              : 'imports.compare.result',
        )}
      </p>
      <FormError text={decide.formError} />
    </Dialog>
  )
}

function Namesake({ name, of }: { readonly name: string; readonly of: Compared | undefined }) {
  return (
    <>
      <Bdi>{name}</Bdi>
      {of && (
        <span className={styles.apart}>
          <Apart of={of} />
        </span>
      )}
    </>
  )
}

/** The row of the list, beside whoever it is compared with. */
function Comparison({ row, compared }: { readonly row: FullRow; readonly compared: Compared | undefined }) {
  const { t } = useTranslation()
  const { listed } = row
  const sides = compared ? [listed, compared] : [listed]
  const shown = parts.filter((part) => sides.some((side) => side[part] !== ''))
  const differing = compared ? shown.filter((part) => differs(part, row, compared)) : []
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hide">{t('imports.compare.field')}</span>
            </th>
            <th scope="col">{t('imports.compare.listed', { line: row.row.line })}</th>
            {compared && (
              <th scope="col">
                {compared.line === null
                  ? t('imports.compare.book')
                  : t('imports.compare.earlier', { line: compared.line })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part} className={differing.includes(part) ? styles.differs : undefined}>
              <th scope="row">
                {t(`imports.compare.${part}`)}
                {differing.includes(part) && <span className={styles.word}>{t('imports.compare.differs')}</span>}
              </th>
              {sides.map((side) => (
                <td key={side === listed ? 'listed' : 'compared'}>
                  {side[part] === '' ? (
                    <span className="soft">{t('imports.compare.empty')}</span>
                  ) : (
                    <Bdi>{side[part]}</Bdi>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {compared && differing.length === 0 && <p className="soft">{t('imports.compare.equal')}</p>}
    </>
  )
}

/** Another spelling of the same front door or phone number is no difference. */
function differs(part: Part, { listed }: FullRow, compared: Compared): boolean {
  if (part === 'name') return listed.name !== compared.name
  if (part === 'address') return compared.differs.includes('address') || compared.differs.includes('postcode')
  return compared.differs.includes(part)
}
