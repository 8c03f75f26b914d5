import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import type { RunningCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'

export interface MakeFileProps<Input> {
  readonly title: string
  readonly sub: string
  /** The book that it is for. */
  readonly name: string
  readonly make: RunningCommand<Input, { readonly file: string; readonly name: string }>
  readonly input: Input
  readonly choice: ReactNode
  /** What would leave. */
  readonly children: ReactNode
}

/** A file for another book: what may go along, exactly what leaves, and the button that saves it. */
export function MakeFile<Input>({ title, sub, name, make, input, choice, children }: MakeFileProps<Input>) {
  const { t } = useTranslation()
  const download = useDownload()
  const [made, setMade] = useState<string>()
  const save = async () => {
    setMade(undefined)
    const outcome = await make.run(input)
    if (!outcome.ok) return
    download(outcome.value.file)
    setMade(outcome.value.name)
  }
  return (
    <Page
      title={title}
      sub={sub}
      back={{ href: paths.between, label: t('between.title') }}
      actions={
        <Button kind="main" icon="giveOut" isBusy={make.isRunning} onPress={() => void save()}>
          {t('between.make.save')}
        </Button>
      }
    >
      <div className="stack">
        <FormError text={make.formError} />
        <div role="status">
          {made !== undefined && (
            <Notice kind="ok">
              <p>{t('between.make.done', { name: made })}</p>
            </Notice>
          )}
        </div>
        {choice}
        <Section title={t('between.make.what')}>
          <div className="stack">
            <p className="soft measure">{t('between.make.whatText', { name })}</p>
            {children}
          </div>
        </Section>
      </div>
    </Page>
  )
}
