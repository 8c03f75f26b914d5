import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReturnView } from '../../../shared/contract/direct-debit.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Debit.module.css'
import { useReturnWords } from './use-return-words.ts'

const LetterDialog = later(async () => (await import('./LetterDialog.tsx')).LetterDialog)

/** What banks gave back: why, what to do about it, and the words of a letter where one helps. */
export function ReturnsSection({ returns }: { readonly returns: readonly ReturnView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReturnWords()
  const [letter, setLetter] = useState<ReturnView | null>(null)
  return (
    <Section title={t('debit.returns.title')}>
      <ul aria-label={t('debit.returns.title')} className={styles.lined}>
        {returns.map((row) => (
          <li key={row.itemId}>
            <div>
              <Link href={paths.person(row.personId)}>
                <Bdi>{row.name}</Bdi>
              </Link>
              <p>
                {t('debit.returns.line', {
                  amount: format.amount(row.cents),
                  day: format.day(row.day),
                  cause: words.cause(row),
                })}
              </p>
              <p className="soft">
                {t(`debit.advice.${row.advice}`)} {row.mandateState === 'hold' && t('debit.returns.held')}
              </p>
            </div>
            {row.letter && (
              <Button
                kind="plain"
                label={t('debit.returns.letterLabel', { name: row.name })}
                onPress={() => setLetter(row)}
              >
                {t('debit.returns.letter')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {letter && <LetterDialog returned={letter} onClose={() => setLetter(null)} />}
    </Section>
  )
}
