import { useTranslation } from 'react-i18next'
import { LoadingState } from '../../components/States.tsx'
import type { Api } from '../../data/api.ts'
import type { Answer } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Person.module.css'

type Effects = Awaited<ReturnType<Api['members']['previewEnd']>>

interface ConsequencesProps {
  readonly of: Answer<Effects>
  /** Only what happens to binnenbuurt and roles; the person stays a member at the same address. */
  readonly isAboutGroups?: boolean
}

const nothingGoesOn = { pairs: [], followUps: 0, helpRequests: 0, looksInOn: [] }
const elsewhere = { openCents: 0, creditCents: 0, hostOf: [], mates: [], goesOn: nothingGoesOn }

/** What an action brings about, in sentences, before it is done. */
export function Consequences({ of: answer, isAboutGroups = false }: ConsequencesProps) {
  const { t } = useTranslation()
  if (answer.state === 'error') return null
  return (
    <section aria-live="polite" className={styles.consequences}>
      <h3>{t('members.consequences.title')}</h3>
      {answer.state === 'loading' ? (
        <LoadingState />
      ) : (
        <Sentences effects={isAboutGroups ? { ...answer.value, ...elsewhere } : answer.value} />
      )}
    </section>
  )
}

function Sentences({ effects }: { readonly effects: Effects }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { roles, neighbourhoods, openCents, creditCents, hostOf, mates, goesOn } = effects
  const { pairs, followUps, helpRequests, looksInOn } = goesOn
  const sentences = [
    ...roles.map(({ role, neighbourhoodName, seatsAfter }) => {
      const name = t(`roles.names.${role}`)
      if (neighbourhoodName === null) return t('members.consequences.roleAssociation', { role: name })
      const stops = t('members.consequences.role', { role: name, neighbourhood: neighbourhoodName })
      return seatsAfter === null ? stops : `${stops} ${t(`members.consequences.seats.${seatsAfter}`)}`
    }),
    ...neighbourhoods.map((name) => t('members.consequences.neighbourhood', { name })),
    ...(openCents > 0 ? [t('members.consequences.open', { amount: format.amount(openCents) })] : []),
    ...(creditCents > 0 ? [t('members.consequences.credit', { amount: format.amount(creditCents) })] : []),
    ...(creditCents < 0 ? [t('members.consequences.owesBack', { amount: format.amount(-creditCents) })] : []),
    ...(hostOf.length > 0
      ? [
          t('members.consequences.host', {
            count: hostOf.length,
            titles: format.list(hostOf.map(({ title, day }) => `${title}, ${format.day(day, 'short')}`)),
          }),
        ]
      : []),
    ...(mates.length > 0 ? [t('members.consequences.mates', { names: format.list(mates) })] : []),
    ...(pairs.length > 0 ? [t('members.consequences.pairs', { count: pairs.length, names: format.list(pairs) })] : []),
    ...(followUps > 0 ? [t('members.consequences.followUps', { count: followUps })] : []),
    ...(helpRequests > 0 ? [t('members.consequences.helpRequests', { count: helpRequests })] : []),
    ...(looksInOn.length > 0 ? [t('members.consequences.looksInOn', { names: format.list(looksInOn) })] : []),
  ]
  if (sentences.length === 0) return <p className="soft">{t('members.consequences.nothing')}</p>
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
