import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import { Amount } from '../../components/Amount.tsx'
import { Button } from '../../components/Button.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { PayerName } from '../../parts/PayerName.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import { useUnsharedPart } from '../../parts/use-unshared-part.ts'
import { keyOf } from './use-reminder-words.ts'

const PaymentDialog = later(async () => (await import('../../parts/PaymentDialog.tsx')).PaymentDialog)
const WriteOffDialog = later(async () => (await import('./WriteOffDialog.tsx')).WriteOffDialog)

export type OwedBackRow = RemindersOverview['owedBack'][number]

/** Who has to pay back what was given back: no letter asks for it, so what can be done stands here. */
export function OwedBack({ rows }: { readonly rows: readonly OwedBackRow[] }) {
  const { t } = useTranslation()
  const isUnshared = useUnsharedPart('bank')
  return (
    <Section title={t('reminders.owedBack.title')}>
      <p className="measure">{t('reminders.owedBack.about')}</p>
      <p className="measure">{t(isUnshared ? 'reminders.owedBack.elsewhere' : 'reminders.owedBack.what')}</p>
      <Lines label={t('reminders.owedBack.title')}>
        {rows.map((row) => (
          <OneOwing key={keyOf(row.payer)} row={row} canWriteOff={!isUnshared} />
        ))}
      </Lines>
    </Section>
  )
}

function OneOwing({ row, canWriteOff }: { readonly row: OwedBackRow; readonly canWriteOff: boolean }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const [opened, setOpened] = useState<'payment' | 'writeOff'>()
  const close = () => setOpened(undefined)
  const name = words.people(row.payer.people)
  return (
    <Line
      verbs={
        <>
          <Button kind="plain" label={t('dues.recordFor', { name })} onPress={() => setOpened('payment')}>
            {t('dues.record')}
          </Button>
          {canWriteOff && (
            <Button
              kind="plain"
              label={t('reminders.owedBack.writeOffLabel', { name })}
              onPress={() => setOpened('writeOff')}
            >
              {t('reminders.owedBack.writeOff')}
            </Button>
          )}
        </>
      }
    >
      <LineTitle>
        <PayerName payer={row.payer} />
      </LineTitle>
      <p>
        <Amount cents={row.cents} />
      </p>
      {opened === 'payment' && <PaymentDialog payer={row.payer} openCents={row.cents} onClose={close} />}
      {opened === 'writeOff' && <WriteOffDialog row={row} name={name} onClose={close} />}
    </Line>
  )
}
