import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** One button for a copy that survives this computer, when the last one was made, and the way back. */
export function CarriedCopy() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useQuery(api.bookFiles.state, {})
  const make = useCommand(api.bookFiles.makeCopy)
  const download = useDownload()
  const [name, setName] = useState('')
  const makeOne = async () => {
    const made = await make.run({})
    setName(made.ok ? made.value.name : '')
    if (made.ok) download(made.value.file)
  }
  return (
    <Section title={t('bookFiles.copy.title')}>
      <div className="stack">
        <p className="measure">{t('bookFiles.copy.text')}</p>
        <Answered of={state}>
          {({ lastCopyAt, hasSheet }) => (
            <>
              <p>
                {lastCopyAt === null
                  ? t('bookFiles.copy.never')
                  : t('bookFiles.copy.last', { when: format.moment(lastCopyAt) })}
              </p>
              {!hasSheet && <p className="measure">{t('bookFiles.copy.sheetFirst')}</p>}
              <div className="cluster">
                {hasSheet ? (
                  <Button kind="main" isBusy={make.isRunning} onPress={() => void makeOne()}>
                    {t('bookFiles.copy.button')}
                  </Button>
                ) : (
                  <LinkButton kind="main" href={paths.recoverySheet}>
                    {t('bookFiles.copy.makeSheet')}
                  </LinkButton>
                )}
                <LinkButton kind="plain" href={paths.openFile}>
                  {t('bookFiles.copy.open')}
                </LinkButton>
              </div>
            </>
          )}
        </Answered>
        <div role="status">{name && <Notice kind="ok">{t('bookFiles.copy.made', { name })}</Notice>}</div>
        <FormError text={make.formError} />
      </div>
    </Section>
  )
}
