import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OverviewWarning, overviewOf } from '../../../shared/domain/workgroup-overview.ts'
import { associationSums, sumsOf } from '../../../shared/domain/workgroup-sums.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { AssociationSheet, SumsTogether } from './AssociationSheet.tsx'
import { Presentation } from './Presentation.tsx'
import { AssociationsChart } from './TogetherCharts.tsx'
import { type OpenedFile, useOpenedFiles } from './use-opened-files.ts'
import { useSlides } from './use-slides.tsx'
import { useWorkgroupWords } from './use-workgroup-words.ts'
import styles from './Workgroup.module.css'

/** Bekijk werkgroepbestanden: the files of all groups at once, side by side; to present and to print. Nothing of it is kept. */
export function GroupsScreen() {
  const { t } = useTranslation()
  const { opened, refused, isReading, take, remove } = useOpenedFiles()
  const save = useCommand(api.workgroup.exportOverview)
  const download = useDownload()
  const [isPresenting, setPresenting] = useState(false)
  const seen = useTogether(opened)
  const slides = useSlides(seen)
  const saveSheet = async () => {
    const outcome = await save.run({ files: opened.map(({ content }) => content) })
    if (outcome.ok) download(outcome.value.file)
  }
  const hasFiles = opened.length > 0
  return (
    <Page
      isForPaper
      title={t('workgroup.view.title')}
      sub={hasFiles ? t('workgroup.view.count', { count: opened.length }) : t('workgroup.view.sub')}
      back={{ href: paths.reports, label: t('reports.title') }}
      isHeadless
      actions={
        hasFiles && (
          <>
            <Button icon="giveOut" isBusy={save.isRunning} onPress={() => void saveSheet()}>
              {t('exports.excel')}
            </Button>
            <Button icon="print" onPress={() => print()}>
              {t('reports.print')}
            </Button>
            <Button kind="main" icon="eye" onPress={() => setPresenting(true)}>
              {t('workgroup.view.present')}
            </Button>
          </>
        )
      }
    >
      <FormError text={save.formError} />
      <div className={`${styles.unprinted} stack`}>
        <FileDrop
          label={t('workgroup.view.choose')}
          hint={t('workgroup.view.hint')}
          accept={['.buurtgroep']}
          isMultiple
          isBusy={isReading}
          onFile={take}
        />
        <div role="status" className="stack">
          {refused.map(({ name, text }) => (
            <Notice key={name} kind="att">
              <p>
                <bdi>{name}</bdi>: {text}
              </p>
            </Notice>
          ))}
        </div>
        <Warnings warnings={seen.warnings} />
      </div>
      {hasFiles && (
        <>
          <Sheets seen={seen} />
          <FileList files={opened} onRemove={remove} />
        </>
      )}
      {isPresenting && <Presentation slides={slides} onEnd={() => setPresenting(false)} />}
    </Page>
  )
}

export type Together = ReturnType<typeof useTogether>

function useTogether(files: readonly OpenedFile[]) {
  return useMemo(() => {
    const { lines, warnings } = overviewOf(files.map(({ content, key, isOlder }) => ({ ...content, key, isOlder })))
    return { warnings, sums: sumsOf(lines), associations: associationSums(lines) }
  }, [files])
}

function Sheets({ seen: { sums, associations } }: { readonly seen: Together }) {
  const { t } = useTranslation()
  const title = t('workgroup.charts.associations')
  return (
    <div className={styles.sheets}>
      {associations.length > 1 && (
        <section aria-label={title} className={styles.association}>
          <h2>{title}</h2>
          <SumsTogether of={sums} />
          <AssociationsChart of={associations} caption={title} />
        </section>
      )}
      {associations.map((association) => (
        <AssociationSheet key={association.name} of={association} />
      ))}
    </div>
  )
}

function FileList(props: { readonly files: readonly OpenedFile[]; readonly onRemove: (name: string) => void }) {
  const { files, onRemove } = props
  const { t } = useTranslation()
  const { period } = useWorkgroupWords()
  return (
    <div className={styles.unprinted}>
      <Section title={t('workgroup.view.files')}>
        <ul className={styles.files}>
          {files.map(({ name, content }) => (
            <li key={name}>
              <span>
                <bdi>{name}</bdi>, {period(content.period)}
              </span>
              <Button kind="plain" onPress={() => onRemove(name)}>
                {t('workgroup.view.remove')}
                <span className="hide">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Warnings({ warnings }: { readonly warnings: readonly OverviewWarning[] }) {
  const { t } = useTranslation()
  if (warnings.length === 0) return null
  return (
    <Notice kind="att">
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)} dir="auto">
          {warning.kind === 'periods'
            ? t('workgroup.warnings.periods')
            : t(`workgroup.warnings.${warning.kind}`, { group: warning.group, association: warning.association })}
        </p>
      ))}
    </Notice>
  )
}
