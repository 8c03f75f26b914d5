import { useTranslation } from 'react-i18next'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { ContactForm, type Moment } from './ContactForm.tsx'
import type { Contact, PairLine } from './use-pair-words.ts'

export interface ContactDialogProps {
  readonly pair: Pick<PairLine, 'id' | 'a' | 'b'>
  readonly today: string
  /** The contact to change; null writes a new one down. */
  readonly contact: Contact | null
  readonly onClose: () => void
}

/** Writes down that a pair was in touch, or puts right what was written. */
export function ContactDialog({ pair, today, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const record = useCommand(api.pairs.recordContact)
  const change = useCommand(api.pairs.changeContact)
  const save = async (moment: Moment) => {
    const outcome = contact
      ? await change.run({ id: contact.id, ...moment })
      : await record.run({ pairId: pair.id, ...moment })
    if (outcome.ok) onClose()
  }
  return (
    <ContactForm
      title={t(contact ? 'pairs.contact.changeTitle' : 'pairs.contact.title')}
      a={pair.a.name}
      b={pair.b.name}
      moment={contact ?? { day: today, initiatedBy: null, confirmedBy: 'begeleider' }}
      command={contact ? change : record}
      onSave={save}
      onClose={onClose}
    />
  )
}
