import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'

type Learnt = Awaited<ReturnType<Api['bank']['learnt']>>['rows'][number]

/** Whose account is whose, as far as it was learnt; forgotten by one press. */
export function LearntAccounts() {
  const { t } = useTranslation()
  const words = useDuesWords()
  const learnt = useQuery(api.bank.learnt, {})
  const forget = useCommand(api.bank.forget)
  const columns: Column<Learnt>[] = [
    { key: 'iban', header: t('bank.learnt.iban'), kind: 'name', cell: ({ iban }) => <Bdi>{iban}</Bdi> },
    {
      key: 'payer',
      header: t('bank.learnt.payer'),
      isNamedInBlock: true,
      cell: ({ payer }) => <Bdi>{words.payer(payer)}</Bdi>,
    },
    {
      key: 'since',
      header: t('bank.learnt.since'),
      isNamedInBlock: true,
      cell: ({ confirmedDay }) => <DayText day={confirmedDay} form="numeric" />,
    },
    {
      key: 'actions',
      header: t('dues.open.actions'),
      kind: 'actions',
      cell: ({ id, iban }) => (
        <Button kind="plain" label={t('bank.learnt.forgetLabel', { iban })} onPress={() => void forget.run({ id })}>
          {t('bank.learnt.forget')}
        </Button>
      ),
    },
  ]
  return (
    <Section title={t('bank.learnt.title')}>
      <Answered of={learnt}>
        {({ rows, isReadable }) => (
          <div className="stack">
            <p className="soft measure">
              {isReadable ? t(rows.length === 0 ? 'bank.learnt.none' : 'bank.learnt.lead') : t('bank.locked')}
            </p>
            {rows.length > 0 && (
              <DataTable
                label={t('bank.learnt.title')}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                isCompact
              />
            )}
            <FormError text={forget.formError} />
          </div>
        )}
      </Answered>
    </Section>
  )
}
