import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { Button } from '../components/Button.tsx'
import { Form } from '../components/Form.tsx'
import { TextField } from '../components/TextField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import styles from './Care.module.css'
import { useCareLock } from './use-care-lock.ts'

type Lock = Awaited<ReturnType<Api['care']['lockState']>>

/** What stands behind the lock of care, or the way to open it. */
export function CareLock({ children }: { readonly children: ReactNode }) {
  const lock = useCareLock()
  return <Answered of={lock}>{(state) => (state.isOpen ? children : <LockedCare lock={state} />)}</Answered>
}

function LockedCare({ lock }: { readonly lock: Lock }) {
  const { t } = useTranslation()
  const unlock = useCommand(api.care.unlock)
  const [passphrase, setPassphrase] = useState('')
  const asksPassphrase = lock.opensBy === 'passphrase'
  return (
    <div className={styles.locked}>
      <p>
        <strong>{t('care.lock.title')}.</strong> {t('care.lock.text')}
      </p>
      <Form onSubmit={() => unlock.run({ passphrase: asksPassphrase ? passphrase : null })} error={unlock.formError}>
        {asksPassphrase && (
          <TextField
            label={t('care.lock.passphrase')}
            type="password"
            isRequired
            value={passphrase}
            onChange={setPassphrase}
            error={unlock.fieldError('passphrase')}
          />
        )}
        <div>
          <Button kind="main" type="submit" icon="lock" isBusy={unlock.isRunning}>
            {t('care.lock.open')}
          </Button>
        </div>
      </Form>
      {asksPassphrase && (
        <p className="soft small">
          {t('care.lock.forgotten')} <Link href={paths.security}>{t('care.lock.toSecurity')}</Link>
        </p>
      )}
      <p className="soft small">{t('care.lock.auto', { minutes: lock.minutes })}</p>
    </div>
  )
}

/** Shuts it now. */
export function CloseCareButton() {
  const { t } = useTranslation()
  const lock = useCareLock()
  const shut = useCommand(api.care.lock)
  if (lock.state !== 'ready' || !lock.value.isOpen) return null
  return (
    <Button icon="lock" isBusy={shut.isRunning} onPress={() => void shut.run({})}>
      {t('care.lock.close')}
    </Button>
  )
}
