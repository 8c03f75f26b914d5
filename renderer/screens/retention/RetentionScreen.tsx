import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CallError } from '../../../shared/contract/create-client.ts'
import type { ExpiringKind } from '../../../shared/domain/retention.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { PlainTable } from '../../components/PlainTable.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportEverything } from '../../parts/ExportEverything.tsx'
import { useModules } from '../../parts/use-modules.ts'

const LetGoDialog = later(async () => (await import('./RetentionDialogs.tsx')).LetGoDialog)
const KeepDialog = later(async () => (await import('./RetentionDialogs.tsx')).KeepDialog)

type Waiting = Awaited<ReturnType<Api['retention']['get']>>
/** What a decision is about: a person or a book year. */
export interface Subject {
  readonly name: string
  readonly personId: string | null
  readonly year: number | null
}
type Opened = { readonly step: 'go' | 'keep'; readonly subject: Subject }
type OnOpen = (opened: Opened) => void

/** Opruimen: who and what is past its day, one decision a line; and what goes without anybody's word. */
export function RetentionScreen() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>()
  const waiting = useQuery(api.retention.get, {})
  const close = () => setOpened(undefined)
  return (
    <Page
      title={t('retention.title')}
      sub={t('retention.sub')}
      back={{ href: paths.settings, label: t('retention.back') }}
    >
      <Answered of={waiting}>
        {(value) => (
          <>
            <p className="measure">{t('retention.intro')}</p>
            <Asked waiting={value} />
            <People waiting={value} onOpen={setOpened} />
            <Years waiting={value} onOpen={setOpened} />
            <Kept waiting={value} />
            <ByThemselves waiting={value} />
          </>
        )}
      </Answered>

      {opened?.step === 'go' && <LetGoDialog subject={opened.subject} onClose={close} />}
      {opened?.step === 'keep' && <KeepDialog subject={opened.subject} onClose={close} />}
    </Page>
  )
}

/** Once, in a book of an older program: what it still keeps, and that it may go. */
function Asked({ waiting: { asked } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation()
  const agree = useCommand(api.retention.agree)
  if (asked === null) return null
  return (
    <Section title={t('retention.asked.title')}>
      <div className="stack">
        <p className="measure">{t('retention.asked.text')}</p>
        <Lines>
          {asked.map(({ kind, count }) => (
            <Line key={kind}>
              {t('retention.asked.line', { kind: t(`retention.byThemselves.kinds.${kind}`), count })}
            </Line>
          ))}
        </Lines>
        <p className="measure">{t('retention.asked.first')}</p>
        <ExportEverything />
        <div>
          <Button isBusy={agree.isRunning} onPress={() => void agree.run({})}>
            {t('retention.asked.agree')}
          </Button>
        </div>
        <FormError text={agree.formError} />
      </div>
    </Section>
  )
}

interface PartProps {
  readonly waiting: Waiting
  readonly onOpen: OnOpen
}

function People({ waiting: { people, peopleInAll, monthsAfterLeaving }, onOpen }: PartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const textOf = useErrorText()
  return (
    <Section title={t('retention.people.title')}>
      {people.length === 0 && <p className="soft">{t('retention.people.none')}</p>}
      {people.length > 0 && (
        <Lines>
          {people.map(({ personId, name, why, since, hindrance }) => (
            <Line
              key={personId}
              verbs={<Decisions subject={{ name, personId, year: null }} canGo={hindrance === null} onOpen={onOpen} />}
            >
              <LineTitle>
                {why === 'binned' ? <Bdi>{name}</Bdi> : <Link href={paths.person(personId)}>{name}</Link>}
              </LineTitle>
              <p className="soft small">
                {t(`retention.why.${why}`, {
                  since: format.day(since),
                  noLonger: t(`retention.noLonger.${monthsAfterLeaving}`),
                })}
                {hindrance &&
                  ` ${t('retention.wait', { reason: textOf(new CallError(hindrance.code, hindrance.details)) })}`}
              </p>
            </Line>
          ))}
        </Lines>
      )}
      {peopleInAll > people.length && <p>{t('retention.people.more', { count: peopleInAll })}</p>}
    </Section>
  )
}

function Years({ waiting: { years }, onOpen }: PartProps) {
  const { t } = useTranslation()
  if (years.length === 0) return null
  return (
    <Section title={t('retention.years.title')}>
      <p className="measure">{t('retention.years.why')}</p>
      <Lines>
        {years.map(({ year, texts }) => (
          <Line
            key={year}
            verbs={
              <Decisions
                subject={{ name: t('retention.kept.year', { year }), personId: null, year }}
                canGo
                onOpen={onOpen}
              />
            }
          >
            {t('retention.years.line', { year, count: texts })}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function Decisions(props: { readonly subject: Subject; readonly canGo: boolean; readonly onOpen: OnOpen }) {
  const { subject, canGo, onOpen } = props
  const { t } = useTranslation()
  const { name } = subject
  return (
    <>
      {canGo && (
        <Button label={t('retention.go.label', { name })} onPress={() => onOpen({ step: 'go', subject })}>
          {t('retention.go.verb')}
        </Button>
      )}
      <Button
        kind="plain"
        label={t('retention.keep.label', { name })}
        onPress={() => onOpen({ step: 'keep', subject })}
      >
        {t('retention.keep.verb')}
      </Button>
    </>
  )
}

function Kept({ waiting: { kept } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stop = useCommand(api.retention.stopKeeping)
  if (kept.length === 0) return null
  return (
    <Section title={t('retention.kept.title')}>
      <Lines>
        {kept.map(({ id, name, year, until, reason }) => {
          const shown = name ?? t('retention.kept.year', { year })
          return (
            <Line
              key={id}
              verbs={
                <Button
                  kind="plain"
                  label={t('retention.kept.stopLabel', { name: shown })}
                  onPress={() => void stop.run({ id })}
                >
                  {t('retention.kept.stop')}
                </Button>
              }
            >
              <LineTitle>
                <Bdi>{shown}</Bdi>
              </LineTitle>
              <p className="soft small">{t('retention.kept.until', { day: format.day(until), reason })}</p>
            </Line>
          )
        })}
      </Lines>
      <FormError text={stop.formError} />
    </Section>
  )
}

const moduleOf = {
  care_6_months: 'care',
  contact_moment_1_year: 'care',
  follow_up_6_months: null,
  gathering_1_year: null,
  pair_1_year: 'pairs',
} as const satisfies Record<ExpiringKind, string | null>

function ByThemselves({ waiting: { byThemselves } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation()
  const keeps = useModules()
  const shown = byThemselves.filter(({ kind, soon }) => {
    const code = moduleOf[kind]
    return code === null || keeps(code) || soon > 0
  })
  return (
    <Section title={t('retention.byThemselves.title')}>
      <p className="measure">{t('retention.byThemselves.text')}</p>
      <PlainTable
        caption={t('retention.byThemselves.title')}
        headers={[
          t('retention.byThemselves.kind'),
          t('retention.byThemselves.howLong'),
          t('retention.byThemselves.soon'),
        ]}
        numbers={[2]}
        rows={shown.map(({ kind, soon }) => ({
          key: kind,
          cells: [t(`retention.byThemselves.kinds.${kind}`), t(`retention.byThemselves.terms.${kind}`), soon],
        }))}
      />
    </Section>
  )
}
