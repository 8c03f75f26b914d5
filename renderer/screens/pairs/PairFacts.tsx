import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { type PairPage, usePairWords } from './use-pair-words.ts'

/** What was agreed on, what connects them, and with a child what a parent said. */
export function PairFacts({ page }: { readonly page: PairPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePairWords()
  const { pair, programme, round } = page
  const day = (value: string | null) => value && <DayText day={value} />
  const click = (answer: typeof pair.aClick) => answer && t(`pairs.pair.clicks.${answer}`)
  return (
    <>
      <Section title={t('pairs.pair.facts')}>
        <Facts
          facts={[
            { term: programme.aName, value: <People of={pair.a} /> },
            { term: programme.bName, value: <People of={pair.b} /> },
            { term: t('pairs.pair.agreed'), value: words.agreed(programme) },
            { term: t('pairs.pair.until'), value: day(pair.plannedUntil) },
            { term: t('pairs.pair.round'), value: round?.name },
            { term: t('pairs.pair.once'), value: pair.isOnce ? t('pairs.pair.yes') : null },
            { term: t('pairs.pair.coach'), value: pair.coach?.name },
            { term: t('pairs.pair.deputy'), value: pair.deputy?.name },
            { term: t('pairs.pair.ground'), value: pair.sharedGround },
            { term: t('pairs.pair.brings', { name: pair.a.name }), value: pair.aBrings },
            { term: t('pairs.pair.brings', { name: pair.b.name }), value: pair.bBrings },
            {
              term: t('forms.connections'),
              value: format.list(pair.connections.map((kind) => t(`forms.connection.${kind}`))),
            },
            { term: t('pairs.pair.click', { name: pair.a.name }), value: click(pair.aClick) },
            { term: t('pairs.pair.click', { name: pair.b.name }), value: click(pair.bClick) },
            { term: t('pairs.pair.trainedOn'), value: day(pair.trainedOn) },
            { term: t('pairs.pair.midTalkOn'), value: day(pair.midTalkOn) },
            { term: t('pairs.pair.endTalkOn'), value: day(pair.endTalkOn) },
            { term: t('pairs.pair.restUntil'), value: day(pair.restUntil) },
            { term: t('pairs.pair.endReason'), value: pair.endReason && t(`pairs.end.reasons.${pair.endReason}`) },
            {
              term: t('pairs.pair.continued'),
              value: pair.continued === null ? null : t(pair.continued ? 'pairs.pair.yes' : 'pairs.pair.no'),
            },
          ]}
        />
      </Section>
      {programme.kind === 'mentor' && (
        <Section title={t('pairs.pair.child')}>
          <Facts
            facts={[
              { term: t('pairs.pair.guardian'), value: pair.guardianName },
              { term: t('pairs.pair.guardianContact'), value: pair.guardianContact },
              { term: t('pairs.pair.school'), value: pair.school },
              { term: t('pairs.pair.goal'), value: pair.goal },
              { term: t('pairs.pair.parentConsentOn'), value: day(pair.parentConsentOn) },
              { term: t('pairs.pair.vogUntil'), value: day(pair.vogUntil) },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function People({ of: { people, address } }: { readonly of: PairPage['pair']['a'] }) {
  return (
    <>
      {people.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link href={paths.person(id)}>
            <bdi>{name}</bdi>
          </Link>
        </span>
      ))}
      {address && (
        <span className="soft">
          {' · '}
          <bdi>{address}</bdi>
        </span>
      )}
    </>
  )
}
