import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import type { Sharing } from './SharingScreen.tsx'

/** Every cause in a sentence, with what somebody can do about it. */
export function SharingStatus({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useTranslation()
  const release = useCommand(api.sync.release)
  const repair = useCommand(api.sync.repair)
  const causes = sharing.status?.causes ?? []
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
              {cause.kind === 'folderRolledBack' && (
                <div className="cluster">
                  <Button onPress={() => void repair.run({})}>{t('sharing.repair')}</Button>
                </div>
              )}
            </div>
          )
        })}
        <FormError text={release.formError ?? repair.formError} />
      </div>
    </Section>
  )
}
