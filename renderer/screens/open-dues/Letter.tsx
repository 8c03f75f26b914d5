import type { ReminderLetter } from '../../../shared/contract/reminders.ts'
import { Bdi } from '../../components/Bdi.tsx'
import styles from './Letter.module.css'

/**
 * One letter. On the screen it is read like any text; on paper it is a sheet of A4 with the address where the window of an envelope is.
 * Its words come from the backend in the language of the letter, whatever that of the screen is.
 */
export function Letter({ letter }: { readonly letter: ReminderLetter }) {
  const { sender, addressee, groups, total, payment } = letter
  return (
    <article className={styles.letter} lang={letter.language} dir="ltr">
      <address className={styles.sender}>
        {sender.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      <address className={styles.addressee}>
        {addressee.map((line) => (
          <div key={line}>
            <Bdi>{line}</Bdi>
          </div>
        ))}
      </address>
      <p>{letter.dated}</p>
      <p className={styles.subject}>{letter.subject}</p>
      <p>{letter.greeting}</p>
      <p>{letter.opening}</p>
      <table className={styles.lines}>
        {groups.map(({ heading, lines }) => (
          <tbody key={heading ?? ''}>
            {heading !== null && (
              <tr>
                <th colSpan={2} scope="rowgroup">
                  {heading}
                </th>
              </tr>
            )}
            {lines.map(({ text, amount }) => (
              <tr key={text}>
                <td>{text}</td>
                <td className={styles.amount}>{amount}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <td>{total.label}</td>
            <td className={styles.amount}>{total.amount}</td>
          </tr>
        </tfoot>
      </table>
      {letter.closing.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <section className={styles.payment}>
        <div>
          <p className={styles.heading}>{payment.heading}</p>
          <dl>
            {payment.rows.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{payment.note}</p>
        </div>
        <figure>
          <PaymentCode letter={letter} />
          <figcaption>{payment.qrText}</figcaption>
        </figure>
      </section>
      <p className={styles.signature}>
        {letter.signature.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </article>
  )
}

function PaymentCode({ letter }: { readonly letter: ReminderLetter }) {
  const { size, path } = letter.qr
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={letter.payment.qrText} className={styles.code}>
      {/* Dark on white in every theme: that is what a reader looks for. */}
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
