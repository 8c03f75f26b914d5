import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type TermAfterLeaving, termsAfterLeaving } from '../../../shared/domain/retention.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Columns } from '../../components/Columns.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Form } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'

const BreachDialog = later(async () => (await import('./BreachDialog.tsx')).BreachDialog)

export type Overview = Awaited<ReturnType<Api['privacy']['overview']>>
export type Breach = Overview['breaches'][number]

/** What the association keeps and tells about it, whom to turn to, who was erased and what went wrong. */
export function PrivacyScreen() {
  const { t } = useTranslation()
  const overview = useQuery(api.privacy.overview, {})
  return (
    <Page title={t('privacy.title')} sub={t('privacy.sub')} back={{ href: paths.settings, label: t('settings.title') }}>
      <Answered of={overview}>
        {(shown) => (
          <Columns>
            <div>
              <Documents overview={shown} />
              <Contact key={JSON.stringify(shown.settings)} settings={shown.settings} />
              <Term key={shown.settings.monthsAfterLeaving} settings={shown.settings} />
            </div>
            <div>
              <Breaches overview={shown} />
              <Receipts overview={shown} />
            </div>
          </Columns>
        )}
      </Answered>
    </Page>
  )
}

function Documents({ overview: { isAssessmentDue, settings } }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  return (
    <Section title={t('privacy.documents.title')}>
      <div className="stack">
        <p>{t('privacy.documents.text')}</p>
        <Lines>
          {(['notice', 'register', 'assessment'] as const).map((kind) => (
            <Line key={kind}>
              <Link href={paths.privacyPaper(kind)}>{t(`privacy.documents.${kind}`)}</Link>
            </Line>
          ))}
        </Lines>
        {isAssessmentDue && (
          <Notice kind="att">{t(`privacy.settings.${settings.assessedDay === null ? 'never' : 'due'}`)}</Notice>
        )}
      </div>
    </Section>
  )
}

function Contact({ settings }: { readonly settings: Overview['settings'] }) {
  const { t } = useTranslation()
  const settle = useCommand(api.privacy.settle)
  const draft = useDraft({ ...settings, assessedBy: settings.assessedBy ?? '' }, settle)
  return (
    <Section title={t('privacy.settings.title')}>
      <Form onSubmit={() => settle.run(draft.values)} error={settle.formError}>
        <TextField
          label={t('privacy.settings.contact')}
          hint={t('privacy.settings.contactHint')}
          isOptional
          maxLength={200}
          {...draft.field('contact')}
        />
        <DayField label={t('privacy.settings.assessedDay')} isOptional {...draft.field('assessedDay')} />
        <TextField label={t('privacy.settings.assessedBy')} isOptional maxLength={120} {...draft.field('assessedBy')} />
        <div>
          <Button type="submit" isBusy={settle.isRunning}>
            {t('privacy.settings.submit')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

/** The law says how long at most; a shorter term counts from the next look at Opruimen. */
function Term({ settings }: { readonly settings: Overview['settings'] }) {
  const { t } = useTranslation()
  const settle = useCommand(api.privacy.settle)
  const [months, setMonths] = useState<TermAfterLeaving>(settings.monthsAfterLeaving)
  return (
    <Section title={t('privacy.term.title')}>
      <Form onSubmit={() => settle.run({ ...settings, monthsAfterLeaving: months })} error={settle.formError}>
        <ChoiceGroup
          label={t('privacy.term.label')}
          hint={t('privacy.term.hint')}
          layout="column"
          value={String(months)}
          onChange={(value) => setMonths(termsAfterLeaving.find((term) => String(term) === value) ?? months)}
          choices={termsAfterLeaving.map((term) => ({ value: String(term), label: t(`privacy.term.terms.${term}`) }))}
        />
        <div>
          <Button type="submit" label={t('privacy.term.submitLabel')} isBusy={settle.isRunning}>
            {t('privacy.term.submit')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function Breaches({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Breach | 'new'>()
  return (
    <Section title={t('privacy.breaches.title')}>
      <div className="stack">
        <p>{t('privacy.breaches.intro')}</p>
        {overview.breaches.length === 0 && <p className="soft">{t('privacy.breaches.none')}</p>}
        <Lines>
          {overview.breaches.map((breach) => (
            <Line key={breach.id} verbs={<BreachVerbs breach={breach} onChange={() => setOpened(breach)} />}>
              {breach.what} <BreachState breach={breach} now={overview.now} />
            </Line>
          ))}
        </Lines>
        <div>
          <Button onPress={() => setOpened('new')}>{t('privacy.breaches.add')}</Button>
        </div>
      </div>
      {opened && (
        <BreachDialog
          breach={opened === 'new' ? null : opened}
          overview={overview}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  )
}

function BreachState({ breach, now }: { readonly breach: Breach; readonly now: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { closedDay, toldAuthorityDay, advice, reportBefore } = breach
  if (closedDay !== null)
    return <span className="soft">{t('privacy.breaches.closed', { day: format.day(closedDay, 'plain') })}</span>
  if (toldAuthorityDay !== null)
    return (
      <Status kind="ok" wraps>
        {t('privacy.breaches.told', { day: format.day(toldAuthorityDay, 'plain') })}
      </Status>
    )
  if (advice === 'note') return null
  return (
    <Status kind="att" wraps>
      {t(now < reportBefore ? 'privacy.breaches.before' : 'privacy.breaches.late', {
        moment: format.moment(reportBefore),
      })}
    </Status>
  )
}

function BreachVerbs({ breach, onChange }: { readonly breach: Breach; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const { id, what, advice } = breach
  return (
    <>
      <Button kind="plain" label={t('privacy.breaches.changeLabel', { what })} onPress={onChange}>
        {t('privacy.breaches.change')}
      </Button>
      <Link href={paths.privacyPaper('breach', id)} aria-label={t('privacy.breaches.paperLabel', { what })}>
        {t('privacy.breaches.paper')}
      </Link>
      {advice === 'everybody' && (
        <Link href={paths.privacyPaper('breachLetter', id)} aria-label={t('privacy.breaches.letterLabel', { what })}>
          {t('privacy.breaches.letter')}
        </Link>
      )}
    </>
  )
}

function Receipts({ overview: { receipts } }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('privacy.receipts.title')}>
      {receipts.length === 0 && <p className="soft">{t('privacy.receipts.none')}</p>}
      <Lines>
        {receipts.map(({ id, erasedAt, rows }) => (
          <Line
            key={id}
            verbs={
              <LinkButton kind="plain" href={paths.privacyPaper('receipt', id)}>
                {t('privacy.receipts.open')}
              </LinkButton>
            }
          >
            {t('privacy.receipts.one', { day: format.moment(erasedAt), count: rows })}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
