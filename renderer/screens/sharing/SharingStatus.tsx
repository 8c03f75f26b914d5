import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { SettleDialog } from './SettleDialog.tsx'
import type { Sharing } from './SharingScreen.tsx'

/** Every cause in a sentence, with what somebody can do about it. */
export function SharingStatus({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useTranslation()
  const release = useCommand(api.sync.release)
  const repair = useCommand(api.sync.repair)
  const [isSettling, setSettling] = useState(false)
  const found = sharing.status?.causes ?? []
  // While two dispute each other, being off the list is not the last word.
  const isDisputed = found.some(({ kind }) => kind === 'listDisputed')
  const causes = found.filter(({ kind }) => !(isDisputed && kind === 'removed'))
  const nameOf = (device: string | null | undefined) =>
    sharing.devices.find(({ id }) => id === device)?.name ?? t('sharing.other')
  return (
    <Section title={t('sharing.status')}>
      <div className="stack">
        {causes.length === 0 && (
          <p>
            <Status kind="ok" wraps>
              {sharing.status ? t('sharing.allGood') : t('sharing.line.begun')}
            </Status>
          </p>
        )}
        {causes.map((cause) => {
          const device = 'device' in cause ? cause.device : undefined
          const count = 'count' in cause ? cause.count : 0
          return (
            <div key={`${cause.kind}-${device ?? ''}`} className="stack">
              <p>
                <Status kind="att" wraps>
                  {t(`sharing.causes.${cause.kind}`, { name: nameOf(device), count })}
                </Status>
              </p>
              {cause.kind === 'manyRemovals' && (
                <div className="cluster">
                  <Button onPress={() => void release.run({ device: cause.device })}>{t('sharing.release')}</Button>
                </div>
              )}
              {cause.kind === 'listDisputed' && (
                <div className="cluster">
                  <Button onPress={() => setSettling(true)}>{t('sharing.settle')}</Button>
                </div>
              )}
              {cause.kind === 'folderRolledBack' && (
                <div className="cluster">
                  <Button onPress={() => void repair.run({})}>{t('sharing.repair')}</Button>
                </div>
              )}
            </div>
          )
        })}
        <FormError text={release.formError ?? repair.formError} />
        {isSettling && <SettleDialog disputed={sharing.disputed} onClose={() => setSettling(false)} />}
      </div>
    </Section>
  )
}
