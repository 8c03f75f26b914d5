import { useTranslation } from 'react-i18next'
import type { ReturnView } from '../../../shared/contract/direct-debit.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './Debit.module.css'
import { useReturnWords } from './use-return-words.ts'

/** The words of a letter or an e-mail about one return. */
export function LetterDialog({ returned, onClose }: { readonly returned: ReturnView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReturnWords()
  const settings = useQuery(api.books.settings, {})
  const { name, day, cents, advice } = returned
  const association = settings.state === 'ready' ? settings.value.name : ''
  const middle = advice === 'again' || advice === 'newIban' ? advice : 'contact'
  const text = [
    t('debit.letters.start', {
      name,
      day: format.day(day),
      amount: format.amount(cents),
      cause: words.cause(returned).toLowerCase(),
    }),
    t(`debit.letters.${middle}`),
    t('debit.letters.end', { association }),
  ].join('\n\n')
  return (
    <Dialog
      title={t('debit.returns.letterLabel', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('debit.returns.close')}</Button>
          <CopyButton text={text} done={t('debit.returns.copied')}>
            {t('debit.returns.copy')}
          </CopyButton>
        </>
      }
    >
      <p className={styles.letter}>{text}</p>
    </Dialog>
  )
}
