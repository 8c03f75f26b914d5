import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'

type Updates = Awaited<ReturnType<Api['updates']['status']>>

/** Which Buurtboek this is, and whether there is a newer one. Nothing is fetched unless it was asked for. */
export function AboutSection() {
  const { t } = useTranslation()
  const updates = useQuery(api.updates.status, {})
  return (
    <Section title={t('settings.app.title')}>
      <div className="stack">
        <Answered of={updates}>{(value) => <Version updates={value} />}</Answered>
        <p className="soft">{t('settings.app.free')}</p>
      </div>
    </Section>
  )
}

function Version({ updates }: { readonly updates: Updates }) {
  const { t } = useTranslation()
  const check = useCommand(api.updates.check)
  const download = useCommand(api.updates.download)
  const install = useCommand(api.updates.install)
  const { state, version } = updates
  return (
    <>
      <p>
        {t('settings.app.version')} <bdi>{updates.currentVersion}</bdi>
      </p>
      {updates.possible ? (
        <>
          <p role="status" className={state === 'none' ? 'soft' : undefined}>
            {state === 'failed' ? (
              <Status kind="bad" wraps>
                {t('settings.app.failed')}
              </Status>
            ) : (
              t(`settings.app.${state}`, { version })
            )}
          </p>
          <div className="cluster">
            {(state === 'none' || state === 'failed') && (
              <Button isBusy={check.isRunning} onPress={() => void check.run({})}>
                {t('settings.app.check')}
              </Button>
            )}
            {(state === 'available' || state === 'link') && (
              <Button isBusy={download.isRunning} onPress={() => void download.run({})}>
                {t(state === 'link' ? 'settings.app.openPage' : 'settings.app.download')}
              </Button>
            )}
            {state === 'downloaded' && (
              <Button isBusy={install.isRunning} onPress={() => void install.run({})}>
                {t('settings.app.install')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <p className="soft">{t('settings.app.impossible')}</p>
      )}
      <FormError text={check.formError ?? download.formError ?? install.formError} />
    </>
  )
}
