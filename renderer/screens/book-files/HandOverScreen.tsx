import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { SpokenWords } from '../../parts/SpokenWords.tsx'
import { useKeepsDues } from '../../parts/use-modules.ts'

type HandOver = Awaited<ReturnType<Api['bookFiles']['makeHandOver']>>

/** Overdragen: the whole book for a successor. The words are forgotten with this screen. */
export function HandOverScreen() {
  const { t } = useTranslation()
  const keepsDues = useKeepsDues()
  const make = useCommand(api.bookFiles.makeHandOver)
  const download = useDownload()
  const [made, setMade] = useState<HandOver>()
  const makeOne = async () => {
    const outcome = await make.run({})
    if (!outcome.ok) return
    setMade(outcome.value)
    download(outcome.value.file)
  }
  return (
    <Page
      title={t('bookFiles.handOver.title')}
      sub={t('bookFiles.handOver.sub')}
      back={{ href: paths.settings, label: t('settings.title') }}
    >
      {made ? (
        <Made made={made} onAgain={() => download(made.file)} />
      ) : (
        <Section title={t('bookFiles.handOver.what')}>
          <div className="stack">
            <p className="measure">
              {t(keepsDues ? 'bookFiles.handOver.whatText' : 'bookFiles.handOver.whatTextWithoutDues')}
            </p>
            <p className="measure">{t('bookFiles.handOver.needs')}</p>
            <div className="cluster">
              <Button kind="main" isBusy={make.isRunning} onPress={() => void makeOne()}>
                {t('bookFiles.handOver.button')}
              </Button>
            </div>
            <p role="status">{make.isRunning && t('bookFiles.handOver.busy')}</p>
            <FormError text={make.formError} />
          </div>
        </Section>
      )}
    </Page>
  )
}

function Made({ made, onAgain }: { readonly made: HandOver; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  const state = useQuery(api.bookFiles.state, {})
  return (
    <>
      <Section title={t('bookFiles.handOver.first')}>
        <div className="stack">
          <p className="measure" role="status">
            {t('bookFiles.handOver.firstText', { name: made.name })}
          </p>
          <div className="cluster">
            <Button onPress={onAgain}>{t('bookFiles.handOver.again')}</Button>
          </div>
        </div>
      </Section>
      <Section title={t('bookFiles.handOver.second')}>
        <div className="stack">
          <SpokenWords label={t('bookFiles.handOver.words')} words={made.words} />
          <p className="measure">{t('bookFiles.handOver.secondText')}</p>
        </div>
      </Section>
      <Section title={t('bookFiles.handOver.third')}>
        <div className="stack">
          <p className="measure">{t('bookFiles.handOver.thirdText')}</p>
          {state.state === 'ready' && state.value.hasSheet && (
            <p className="measure">{t('bookFiles.handOver.sheet')}</p>
          )}
        </div>
      </Section>
    </>
  )
}
