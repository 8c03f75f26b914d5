import { useTranslation } from 'react-i18next'
import { isDay } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './DifferencesScreen.module.css'

type Found = Awaited<ReturnType<Api['differences']['list']>>
type Difference = Found['differences'][number]
type Version = Difference['versions'][number]

/** Verschillen: both versions side by side; choosing is an ordinary change, which can be undone. */
export function DifferencesScreen() {
  const { t } = useTranslation()
  const found = useQuery(api.differences.list, {})
  return (
    <Page title={t('differences.title')} sub={t('differences.sub')}>
      <Answered of={found}>
        {({ differences, hints, breaches }) => (
          <>
            {differences.length + hints.length + breaches.length === 0 && (
              <EmptyState title={t('differences.none')}>{t('differences.noneText')}</EmptyState>
            )}
            {differences.map((difference) => (
              <One key={difference.id} difference={difference} />
            ))}
            {differences.length > 0 && <p className="soft measure">{t('differences.later')}</p>}
            <Breaches breaches={breaches} />
            <Hints hints={hints} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function One({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation()
  const resolve = useCommand(api.differences.resolve)
  const { id, name, isText, versions } = difference
  const unnamed = t('differences.unnamed')
  return (
    <Section title={`${name ?? unnamed}: ${useFieldNames(difference)}`}>
      <div className="stack">
        <div className={styles.versions}>
          {versions.map((version) => (
            <Side
              key={version.stamp}
              version={version}
              isBusy={resolve.isRunning}
              onTake={() => void resolve.run({ id, choice: { kind: 'version', stamp: version.stamp } })}
            />
          ))}
        </div>
        {isText && (
          <div className="cluster">
            <Button isBusy={resolve.isRunning} onPress={() => void resolve.run({ id, choice: { kind: 'all' } })}>
              {t('differences.both')}
            </Button>
          </div>
        )}
        <FormError text={resolve.formError} />
      </div>
    </Section>
  )
}

interface SideProps {
  readonly version: Version
  readonly isBusy: boolean
  readonly onTake: () => void
}

function Side({ version, isBusy, onTake }: SideProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { actor, at, isShown, unreadable, values } = version
  const show = (value: Version['values'][number]) => {
    if (value === null || value === '') return t('differences.nothing')
    return typeof value === 'string' && isDay(value) ? format.day(value) : String(value)
  }
  const text = unreadable ? t('differences.unreadable') : values.map(show).join(' ')
  return (
    <div className={styles.version}>
      <p className="soft">
        {actor !== null && at !== null
          ? t('differences.by', { name: actor, when: format.moment(at) })
          : t('differences.byNobody')}
      </p>
      <p className={styles.value} dir="auto">
        {text}
      </p>
      {isShown && <Status kind="no">{t('differences.shown')}</Status>}
      <div className="cluster">
        <Button isBusy={isBusy} label={t('differences.takeOf', { value: text.slice(0, 80) })} onPress={onTake}>
          {t('differences.take')}
        </Button>
      </div>
    </div>
  )
}

function Breaches({ breaches }: { readonly breaches: Found['breaches'] }) {
  const { t } = useTranslation()
  if (breaches.length === 0) return null
  return (
    <Section title={t('differences.breaches')}>
      <ul className={styles.list}>
        {breaches.map(({ kind, rowId, name }) => (
          <li key={`${kind}-${rowId}`}>
            <Status kind="att" wraps>
              {t(`differences.breach.${kind}`, { name: name ?? t('differences.unnamed') })}
            </Status>
          </li>
        ))}
      </ul>
      <p className="soft measure">{t('differences.look')}</p>
    </Section>
  )
}

function Hints({ hints }: { readonly hints: Found['hints'] }) {
  const { t } = useTranslation()
  const dismiss = useCommand(api.differences.dismissHint)
  if (hints.length === 0) return null
  return (
    <Section title={t('differences.hints')}>
      <FormError text={dismiss.formError} />
      <ul className={styles.list}>
        {hints.map(({ id, kind, name }) => {
          const sentence = t(`differences.hint.${kind}`, { name: name ?? t('differences.unnamed') })
          return (
            <li key={id}>
              <span>{sentence}</span>
              <Button
                kind="plain"
                label={`${t('differences.read')}: ${sentence}`}
                onPress={() => void dismiss.run({ id })}
              >
                {t('differences.read')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** As the history calls them, or in words of this screen; what neither has a word for is an entry. */
function useFieldNames({ table, fields }: Difference): string {
  const { i18n, t } = useTranslation()
  const format = useFormat()
  const names = fields.map((field) => {
    const key = [`history.fields.${table}.${field}`, `differences.fields.${table}.${field}`].find((one) =>
      i18n.exists(one),
    )
    return key ? i18n.getFixedT(i18n.language)(key as 'differences.field') : t('differences.field') // looked up just before
  })
  return format.list([...new Set(names)])
}
