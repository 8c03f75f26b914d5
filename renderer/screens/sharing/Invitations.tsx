import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { SpokenWords } from '../../parts/SpokenWords.tsx'
import type { Sharing } from './SharingScreen.tsx'

type Invitation = Sharing['invitations'][number]

/** Who was invited and has not come in yet; whoever answered is asked about while the two are on the telephone. */
export function Invitations({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useTranslation()
  if (invitations.length === 0) return null
  return (
    <Section title={t('sharing.invitations')}>
      <div className="stack">
        {invitations.map((invitation) => (
          <One key={invitation.id} invitation={invitation} />
        ))}
      </div>
    </Section>
  )
}

function One({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const confirm = useCommand(api.sync.confirm)
  const withdraw = useCommand(api.sync.withdraw)
  const { id, answer, invited, isSpoilt, until } = invitation
  const takeBack = () => void withdraw.run({ invitation: id })
  if (isSpoilt || !answer) {
    return (
      <>
        {isSpoilt ? (
          <Notice kind="att">{t('sharing.spoilt')}</Notice>
        ) : (
          <p className="measure">
            {t('sharing.waits', { name: invited, day: format.day(dayOfClock(new Date(until)), 'plain') })}
          </p>
        )}
        <FormError text={withdraw.formError} />
        <div className="cluster">
          <Button isBusy={withdraw.isRunning} onPress={takeBack}>
            {t('sharing.withdraw')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p className="measure" role="status">
        <strong>{t('sharing.answered', { name: answer.name })}</strong>
      </p>
      <SpokenWords label={t('sharing.joining.words')} words={answer.words} />
      <FormError text={confirm.formError ?? withdraw.formError} />
      <div className="cluster">
        <Button isBusy={withdraw.isRunning} onPress={takeBack}>
          {t('sharing.no')}
        </Button>
        <Button kind="main" isBusy={confirm.isRunning} onPress={() => void confirm.run({ invitation: id })}>
          {t('sharing.yes')}
        </Button>
      </div>
    </>
  )
}
