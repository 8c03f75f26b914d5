import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sheetLineOfGroups } from '../../../shared/domain/sheet-line.ts'
import { Button } from '../../components/Button.tsx'
import { Form } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { emptyGroups, GroupFields } from '../../parts/GroupFields.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import type { SealingState } from './SecurityScreen.tsx'

export interface OpenLockProps {
  readonly reason: NonNullable<SealingState['locked']>['reason']
  readonly hasSheet: boolean
  readonly state: SealingState
}

/** The key is not to be had: why, that nothing is lost, and each way to open the lock. */
export function OpenLock({ reason, hasSheet, state }: OpenLockProps) {
  const { t } = useTranslation()
  return (
    <>
      <Notice kind="att">
        <p>{t(`security.locked.${reason}`, { store: state.keyStore ?? '' })}</p>
        <p>{t('security.locked.kept')}</p>
      </Notice>
      {reason === 'passphrase' && (
        <Section title={t('security.byPassphrase.title')}>
          <ByPassphrase />
        </Section>
      )}
      <Section title={t('security.bySheet.title')}>
        {hasSheet ? (
          <BySheet isMain={reason !== 'passphrase'} />
        ) : (
          <p className="measure">{t('security.bySheet.none')}</p>
        )}
      </Section>
    </>
  )
}

function ByPassphrase() {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const open = useCommand(api.sealing.openByPassphrase)
  return (
    <Form onSubmit={() => open.run({ passphrase })} error={open.formError}>
      <PassphraseField
        label={t('security.byPassphrase.field')}
        value={passphrase}
        onChange={setPassphrase}
        error={open.fieldError('passphrase')}
      />
      <div className="cluster">
        <Button kind="main" type="submit" isBusy={open.isRunning}>
          {t('security.byPassphrase.submit')}
        </Button>
        <span role="status">{open.isRunning && t('security.byPassphrase.trying')}</span>
      </div>
    </Form>
  )
}

function BySheet({ isMain }: { readonly isMain: boolean }) {
  const { t } = useTranslation()
  const [groups, setGroups] = useState(emptyGroups)
  const open = useCommand(api.sealing.openBySheet)
  const lineError = open.fieldError('line')
  return (
    <Form
      onSubmit={() => open.run({ line: sheetLineOfGroups(groups) ?? groups.join(' ') })}
      error={lineError ?? open.formError}
    >
      <GroupFields groups={groups} onChange={setGroups} />
      <div className="cluster">
        <Button kind={isMain ? 'main' : 'outlined'} type="submit" isBusy={open.isRunning}>
          {t('security.bySheet.submit')}
        </Button>
      </div>
    </Form>
  )
}
