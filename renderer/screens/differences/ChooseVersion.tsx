import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../components/Button.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { recordPath } from '../../parts/record-path.ts'
import { useValueWords } from '../../parts/use-value-words.ts'
import styles from './DifferencesScreen.module.css'
import type { Found } from './DifferencesScreen.tsx'
import { differingPart } from './differing-part.ts'

type Difference = Found['differences'][number]
type Version = Difference['versions'][number]

export interface ChooseVersionProps {
  readonly difference: Difference
  /** "1 van 2" */
  readonly place: string
}

/** One question: who wrote what and when, side by side; the choice saves itself and can be undone. */
export function ChooseVersion({ difference, place }: ChooseVersionProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useValueWords()
  const resolve = useCommand(api.differences.resolve)
  const { id, about, table, fields, isText, versions } = difference
  const name = words.record(about) ?? t('differences.unnamed')
  const fieldName = (field: string) => words.field(table, field) ?? t('differences.field')
  const texts = versions.map(({ values }) =>
    fields.map((field, at) => words.value(table, field, values[at] ?? { kind: 'nothing' })),
  )
  const path = about ? recordPath(about) : undefined
  return (
    <Section
      title={`${name}: ${format.list([...new Set(fields.map(fieldName))])}`}
      action={
        <span className="cluster">
          {path && (
            <Link href={path} aria-label={t('differences.openOf', { name })}>
              {t('differences.open')}
            </Link>
          )}
          <span className="soft">{place}</span>
        </span>
      }
    >
      <div className="stack">
        <div className={styles.versions}>
          {versions.map((version, at) => (
            <Side
              key={version.stamp}
              version={version}
              names={fields.map(fieldName)}
              texts={texts[at] ?? []}
              others={texts.filter((_, other) => other !== at)}
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
  readonly names: readonly string[]
  /** One per field. */
  readonly texts: readonly string[]
  /** The same of the other versions. */
  readonly others: readonly (readonly string[])[]
  readonly isBusy: boolean
  readonly onTake: () => void
}

function Side({ version, names, texts, others, isBusy, onTake }: SideProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { actor, isHere, isShown, writtenAt } = version
  const said = (at: number) => <Said text={texts[at] ?? ''} others={others.map((other) => other[at] ?? '')} />
  return (
    <div className={styles.version}>
      <p>
        <strong>
          <Writer isHere={isHere} actor={actor} />
        </strong>
      </p>
      {texts.length === 1 ? (
        <p className={styles.value} dir="auto">
          {said(0)}
        </p>
      ) : (
        <Facts facts={names.map((term, at) => ({ term, value: <bdi>{said(at)}</bdi> }))} />
      )}
      <p className="soft small">
        {writtenAt !== null && <bdi>{format.moment(writtenAt)}</bdi>}
        {isShown && <span className={styles.shown}>{t('differences.shown')}</span>}
      </p>
      <div className={styles.take}>
        <Button
          isBusy={isBusy}
          label={t('differences.takeOf', { value: texts.join(', ').slice(0, 80) })}
          onPress={onTake}
        >
          {t('differences.take')}
        </Button>
      </div>
    </div>
  )
}

function Writer({ isHere, actor }: Pick<Version, 'isHere' | 'actor'>) {
  const { t } = useTranslation()
  if (isHere) return t('differences.here')
  return actor === null ? t('differences.thereNobody') : t('differences.there', { name: actor })
}

/** What differs is underlined, where there is one other to compare with and both have something in common. */
function Said({ text, others }: { readonly text: string; readonly others: readonly string[] }) {
  const [other, third] = others
  if (other === undefined || third !== undefined) return text
  const [before, part, after] = differingPart(text, other)
  if (part === '' || before.trim() + after.trim() === '') return text
  return (
    <>
      {before}
      <u className={styles.differs}>{part}</u>
      {after}
    </>
  )
}
