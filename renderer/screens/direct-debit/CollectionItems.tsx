import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CollectionItemView } from '../../../shared/contract/direct-debit.ts'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type ReturnCode, returnCodes } from '../../../shared/domain/return-code.ts'
import { paths } from '../../app/paths.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { AccountLine } from './AccountLine.tsx'
import type { CollectionDetail } from './CollectionScreen.tsx'

/** From whom what is collected; who changed since can be taken out, what the bank gave back can be written down. */
export function CollectionItems({ collection }: { readonly collection: CollectionDetail }) {
  const { t } = useTranslation()
  const [returning, setReturning] = useState<CollectionItemView | null>(null)
  const drop = useCommand(api.directDebit.dropItem)
  const isWithBank = collection.state === 'submitted' || collection.state === 'settled'
  const problems = collection.items.filter(({ problem }) => problem !== null).length
  const columns: Column<CollectionItemView>[] = [
    {
      key: 'name',
      header: t('debit.columns.name'),
      kind: 'name',
      cell: ({ personId, name, iban, newAccount }) => (
        <>
          <Link href={paths.person(personId)}>
            <Bdi>{name}</Bdi>
          </Link>
          <AccountLine iban={iban} newAccount={newAccount} />
        </>
      ),
    },
    {
      key: 'amount',
      header: t('debit.columns.amount'),
      kind: 'number',
      cell: ({ cents }) => <Amount cents={cents} exact />,
    },
    { key: 'state', header: t('debit.columns.state'), cell: (item) => <ItemState item={item} isSent={isWithBank} /> },
    {
      key: 'actions',
      header: t('debit.columns.actions'),
      kind: 'actions',
      cell: (item) =>
        isWithBank ? (
          item.state !== 'returned' && (
            <Button
              kind="plain"
              label={t('debit.items.returnLabel', { name: item.name })}
              onPress={() => setReturning(item)}
            >
              {t('debit.items.return')}
            </Button>
          )
        ) : (
          <Button
            kind="plain"
            label={t('debit.items.dropLabel', { name: item.name })}
            isBusy={drop.isRunning}
            onPress={() => void drop.run({ itemId: item.id })}
          >
            {t('debit.items.drop')}
          </Button>
        ),
    },
  ]
  return (
    <>
      {problems > 0 && <Notice kind="att">{t('debit.items.problem', { count: problems })}</Notice>}
      <FormError text={drop.formError} />
      <DataTable label={t('debit.screen.who')} columns={columns} rows={collection.items} rowKey={({ id }) => id} />
      {returning && <ReturnDialog item={returning} onClose={() => setReturning(null)} />}
    </>
  )
}

function ItemState({ item, isSent }: { readonly item: CollectionItemView; readonly isSent: boolean }) {
  const { t } = useTranslation()
  if (item.problem !== null)
    return (
      <Status kind="att" wraps>
        {t(`debit.reasons.${item.problem}`)}
      </Status>
    )
  if (!isSent) return null
  const kind = item.state === 'settled' ? 'ok' : item.state === 'returned' ? 'att' : 'no'
  return <Status kind={kind}>{t(`debit.items.${item.state}`)}</Status>
}

function ReturnDialog({ item, onClose }: { readonly item: CollectionItemView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [code, setCode] = useState<ReturnCode | null>(null)
  const [day, setDay] = useState<Day | null>(dayOfClock(new Date()))
  const record = useCommand(api.directDebit.recordReturn)
  const save = async () => {
    if (code !== null && day !== null && (await record.run({ itemId: item.id, code, day })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.return.title', { name: item.name })}
      sub={t('debit.return.text', { amount: format.amount(item.cents) })}
      submit={t('debit.return.submit')}
      command={record}
      onSubmit={save}
      onClose={onClose}
    >
      <SelectField
        label={t('debit.return.code')}
        isRequired
        value={code}
        onChange={setCode}
        options={returnCodes.map((known) => ({ value: known, label: `${known}: ${t(`debit.codes.${known}`)}` }))}
      />
      <DayField
        label={t('debit.return.day')}
        isRequired
        value={day}
        onChange={setDay}
        error={record.fieldError('day')}
      />
    </FormDialog>
  )
}
