import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { Section } from '../components/Section.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PersonGatherings.module.css'
import { useModules } from './use-modules.ts'

type OwnPair = Awaited<ReturnType<Api['pairs']['forPerson']>>['pairs'][number]

/** The pairs somebody is or was in, guides, or waits for. A section of its own; nothing while the book keeps no pairs. */
export function PersonPairs({ personId }: { readonly personId: string }) {
  const keeps = useModules()
  return keeps('pairs') ? <Pairs personId={personId} /> : null
}

function Pairs({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useQuery(api.pairs.forPerson, { personId })
  return (
    <Section title={t('pairs.person.title')}>
      <Answered of={answer}>
        {({ pairs, waiting }) =>
          pairs.length + waiting.length === 0 ? (
            <p className="soft">{t('pairs.person.none')}</p>
          ) : (
            <ul className={styles.list}>
              {pairs.map((pair) => (
                <OnePair key={pair.id} pair={pair} />
              ))}
              {waiting.map(({ intakeId, programmeId, programmeName, day }) => (
                <li key={intakeId}>
                  <Link href={paths.programme(programmeId)}>
                    <bdi>{programmeName}</bdi>
                  </Link>
                  <span className="soft">{t('pairs.person.waits', { day: format.day(day, 'short') })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}

function OnePair({ pair }: { readonly pair: OwnPair }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { as, a, b, programmeName: programme, from, until } = pair
  const isSide = as === 'a' || as === 'b'
  const name = as === 'a' ? b.name : as === 'b' ? a.name : format.list([a.name, b.name])
  return (
    <li>
      <span>
        <Link href={paths.pair(pair.id)}>
          <bdi>{isSide ? t('pairs.person.with', { name }) : name}</bdi>
        </Link>
        {!isSide && <span className="soft"> {t(`pairs.person.as.${as}`)}</span>}
      </span>
      <span className="soft">
        {until === null
          ? t('pairs.person.from', { programme, from: format.day(from) })
          : t('pairs.person.fromUntil', { programme, from: format.day(from), until: format.day(until) })}
      </span>
    </li>
  )
}
