import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { OpenedFileView } from '../../../shared/contract/between.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FormError } from '../../components/Form.tsx'
import { Lines } from '../../components/Lines.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { isAsked, PersonLine } from './PersonLine.tsx'
import { StandingTable } from './StandingTable.tsx'

/** A file of another book before it is taken in: who is new, changed or gone, and what is for somebody to choose. */
export function FileScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const [taken, setTaken] = useState<OpenedFileView['counts']>()
  const preview = useQuery(api.between.preview, { id }, { keep: true, isWanted: taken === undefined })
  if (taken) return <Done counts={taken} />
  const file = preview.state === 'ready' ? preview.value : undefined
  return (
    <Page
      title={file ? t(`between.file.${file.kind}`, { name: file.from }) : t('between.read.title')}
      sub={file && <MadeOn file={file} />}
      back={{ href: paths.between, label: t('between.title') }}
      bar={file && <TakeInBar file={file} onTaken={setTaken} />}
    >
      <Answered of={preview}>
        {(value) => (value.kind === 'leden' ? <Members file={value} /> : <Standings file={value} />)}
      </Answered>
    </Page>
  )
}

function MadeOn({ file }: { readonly file: OpenedFileView }) {
  const { t } = useTranslation()
  const format = useFormat()
  return t('between.file.made', { day: format.day(file.made) })
}

function Members({ file }: { readonly file: OpenedFileView }) {
  const { t } = useTranslation()
  const summary = useSummary()
  // What was chosen stays in sight, to choose otherwise.
  const shown = file.lines.filter((line) => line.status !== 'same' || isAsked(line))
  const same = file.lines.filter((line) => !shown.includes(line))
  return (
    <div className="stack">
      {shown.length === 0 ? (
        <Notice kind="ok">
          <p>{t('between.file.nothing')}</p>
        </Notice>
      ) : (
        <Section title={t('between.file.summary')}>
          <div className="stack">
            <p>{summary(file.counts)}</p>
            <Lines>
              {shown.map((line) => (
                <PersonLine key={line.key} id={file.id} line={line} />
              ))}
            </Lines>
          </div>
        </Section>
      )}
      {same.length > 0 && (
        <Disclosure title={t('between.file.same', { count: same.length })}>
          <Lines>
            {same.map((line) => (
              <PersonLine key={line.key} id={file.id} line={line} />
            ))}
          </Lines>
        </Disclosure>
      )}
    </div>
  )
}

function Standings({ file }: { readonly file: OpenedFileView }) {
  const { t } = useTranslation()
  const { people, unknown } = file.standings
  return (
    <div className="stack">
      {unknown > 0 && (
        <Notice kind="att">
          <p>{t('between.file.standUnknown', { count: unknown })}</p>
        </Notice>
      )}
      {people.length > 0 && <StandingTable caption={t('between.columns.dues')} people={people} />}
    </div>
  )
}

interface TakeInBarProps {
  readonly file: OpenedFileView
  readonly onTaken: (counts: OpenedFileView['counts']) => void
}

function TakeInBar({ file, onTaken }: TakeInBarProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const run = useCommand(api.between.takeIn)
  const close = useCommand(api.between.close)
  const takeIn = async () => {
    const outcome = await run.run({ id: file.id })
    if (outcome.ok) onTaken(outcome.value)
  }
  return (
    <>
      <p className="soft">{t(file.counts.waiting > 0 ? 'between.file.waitLater' : 'between.file.undoLater')}</p>
      <FormError text={run.formError} />
      <Button onPress={() => void close.run({ id: file.id }).then(() => navigate(paths.between))}>
        {t('between.file.cancel')}
      </Button>
      <Button kind="main" isBusy={run.isRunning} onPress={() => void takeIn()}>
        {t('between.file.takeIn')}
      </Button>
    </>
  )
}

function Done({ counts }: { readonly counts: OpenedFileView['counts'] }) {
  const { t } = useTranslation()
  const summary = useSummary()
  return (
    <Page title={t('between.file.done')} sub={summary(counts)}>
      <div className="stack">
        <Notice kind="ok">
          <p>{t('between.file.doneText')}</p>
        </Notice>
        <div className="cluster">
          <LinkButton kind="main" href={paths.between}>
            {t('between.file.back')}
          </LinkButton>
        </div>
      </div>
    </Page>
  )
}

/** "3 nieuw, 1 gewijzigd en 1 wacht op uw keus" */
function useSummary(): (counts: OpenedFileView['counts']) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (counts) =>
    format.list(
      (['new', 'changed', 'left', 'waiting'] as const).flatMap((what) =>
        counts[what] > 0 ? [t(`between.file.${what}`, { count: counts[what] })] : [],
      ),
    )
}
