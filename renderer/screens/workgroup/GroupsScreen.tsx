import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallError } from '../../../shared/contract/create-client.ts'
import type { WorkgroupGroup } from '../../../shared/contract/workgroup.ts'
import {
  barriersOf,
  type GroupFile,
  type OverviewWarning,
  overviewOf,
} from '../../../shared/domain/workgroup-overview.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { type Api, api, uploadFile } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GroupTable } from './GroupTable.tsx'
import styles from './Workgroup.module.css'

type Opened = Awaited<ReturnType<Api['workgroup']['read']>>

/** Bekijk werkgroepbestanden: the files of all groups at once, side by side; to present and to print. Nothing of it is kept. */
export function GroupsScreen() {
  const { t } = useTranslation()
  const { opened, refused, isReading, take, remove } = useOpenedFiles()
  const save = useCommand(api.workgroup.exportOverview)
  const download = useDownload()
  const saveSheet = async () => {
    const outcome = await save.run({ files: opened.map(({ content }) => content) })
    if (outcome.ok) download(outcome.value.file)
  }
  const hasFiles = opened.length > 0
  const shown = useRef<HTMLDivElement>(null)
  return (
    <Page
      title={t('workgroup.view.title')}
      sub={hasFiles ? t('workgroup.view.count', { count: opened.length }) : t('workgroup.view.sub')}
      back={{ href: paths.reports, label: t('reports.title') }}
      actions={
        hasFiles && (
          <>
            <Button icon="giveOut" isBusy={save.isRunning} onPress={() => void saveSheet()}>
              {t('exports.excel')}
            </Button>
            <Button icon="print" onPress={() => print()}>
              {t('reports.print')}
            </Button>
            <Button kind="main" icon="eye" onPress={() => present(shown.current)}>
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
      </div>
      {hasFiles && (
        <>
          <div ref={shown} className={styles.together}>
            <Together files={opened} />
          </div>
          <FileList files={opened} onRemove={remove} />
        </>
      )}
    </Page>
  )
}

/** On the whole screen, in large letters; Esc ends it. A browser that will not shows the page as it is. */
function present(shown: HTMLElement | null): void {
  void shown?.requestFullscreen().catch(() => undefined)
}

function useOpenedFiles() {
  const textOf = useErrorText()
  const read = useCommand(api.workgroup.read)
  const [opened, setOpened] = useState<readonly NamedFile[]>([])
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly text: string }[]>([])
  const [reading, setReading] = useState(0)
  const refuse = (name: string, error: CallError) =>
    setRefused((known) => [...known.filter((other) => other.name !== name), { name, text: textOf(error) }])
  // One after the other: a command that is going on takes no second one.
  const queue = useRef(Promise.resolve())
  const take = (file: File) => {
    setReading((count) => count + 1)
    queue.current = queue.current.then(() => open(file)).finally(() => setReading((count) => count - 1))
  }
  const open = async (file: File) => {
    setRefused((known) => known.filter(({ name }) => name !== file.name))
    const received = await uploadFile(file)
    if (!received.ok) refuse(file.name, new CallError(received.error.code, received.error.details))
    else {
      const outcome = await read.run({ file: received.value.file })
      if (outcome.ok)
        setOpened((known) => [...known.filter(({ name }) => name !== file.name), { ...outcome.value, name: file.name }])
      else refuse(file.name, outcome.error)
    }
  }
  const remove = (name: string) => setOpened((known) => known.filter((file) => file.name !== name))
  return { opened, refused, isReading: reading > 0, take, remove }
}

type NamedFile = Opened & { readonly name: string }

function Together({ files }: { readonly files: readonly NamedFile[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const overview = overviewOf(files.map(({ content, key }): GroupFile<WorkgroupGroup> => ({ ...content, key })))
  const added = ({ known, unsaid }: { known: number; unsaid: number }) =>
    unsaid === 0 ? format.count(known) : t('workgroup.atLeast', { count: unsaid, known: format.count(known) })
  const associations = Map.groupBy(overview.lines, ({ association }) => association)
  const dues = files.flatMap(({ content }) => content.dues ?? [])
  const sum = (of: (one: (typeof dues)[number]) => number) => dues.reduce((total, one) => total + of(one), 0)
  return (
    <>
      <Warnings warnings={overview.warnings} />
      <Facts
        facts={[
          { term: t('workgroup.facts.groups'), value: format.count(overview.lines.length) },
          { term: t('workgroup.facts.members'), value: added(overview.members) },
          {
            term: t('workgroup.facts.onSchedule'),
            value: t('workgroup.heldOf', { held: overview.onSchedule, promised: overview.lines.length }),
          },
          {
            term: t('workgroup.facts.dues'),
            value:
              dues.length === 0
                ? ''
                : t('workgroup.facts.duesOf', {
                    received: format.amount(sum(({ receivedCents }) => receivedCents)),
                    expected: format.amount(sum(({ expectedCents }) => expectedCents)),
                  }),
          },
        ]}
      />
      {[...associations].map(([association, lines]) => (
        <div key={association} className={styles.association}>
          <Section title={association}>
            <GroupTable caption={association} lines={lines} isOfOne />
            <Themes themes={[...new Set(lines.flatMap(({ group }) => group.themes))]} />
            <Barriers groups={lines.map(({ group }) => group)} />
            <Questions files={files.filter(({ content }) => content.association === association)} />
          </Section>
        </div>
      ))}
    </>
  )
}

function FileList(props: { readonly files: readonly NamedFile[]; readonly onRemove: (name: string) => void }) {
  const { files, onRemove } = props
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.unprinted}>
      <Section title={t('workgroup.view.files')}>
        <ul className={styles.files}>
          {files.map(({ name, content }) => (
            <li key={name}>
              <span>
                <bdi>{name}</bdi>, {format.day(content.period.from, 'plain')} -{' '}
                {format.day(content.period.until, 'plain')}
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

function Themes({ themes }: { readonly themes: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (themes.length === 0) return null
  return (
    <p className={styles.said} dir="auto">
      <b>{t('workgroup.themes')}</b> {format.list(themes)}
    </p>
  )
}

/** What kept people from coming, in most groups first. */
function Barriers({ groups }: { readonly groups: readonly WorkgroupGroup[] }) {
  const { t } = useTranslation()
  const barriers = barriersOf(groups)
  if (barriers.length === 0) return null
  return (
    <div className={styles.said}>
      <b>{t('workgroup.barriers')}</b>
      <ul>
        {barriers.map(({ kind, groups: count, helped }) => (
          <li key={kind}>
            {t('workgroup.barrier', { count, kind: t(`barriers.kinds.${kind}`) })};{' '}
            {helped === 0 ? t('workgroup.nothingHelped') : t('workgroup.helped', { count: helped })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Questions({ files }: { readonly files: readonly Opened[] }) {
  const { t } = useTranslation()
  const questions = [...new Set(files.flatMap(({ content }) => content.questions))]
  if (questions.length === 0) return null
  return (
    <div className={styles.said}>
      <b>{t('workgroup.questions')}</b>
      <ul>
        {questions.map((question) => (
          <li key={question} dir="auto">
            {question}
          </li>
        ))}
      </ul>
    </div>
  )
}
