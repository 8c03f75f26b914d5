import type { PayerView } from '../../shared/contract/dues.ts'
import { Bdi } from '../components/Bdi.tsx'
import styles from './PayerName.module.css'
import { useDuesWords } from './use-dues-words.ts'

/** Who pays, in a list: the people by name and, below them, the address. */
export function PayerName({ payer }: { readonly payer: PayerView }) {
  const words = useDuesWords()
  return (
    <>
      <Bdi>{words.people(payer.people)}</Bdi>
      {payer.address && (
        <div className={styles.address}>
          <Bdi>{payer.address}</Bdi>
        </div>
      )}
    </>
  )
}
