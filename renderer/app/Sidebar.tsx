import { useTranslation } from 'react-i18next'
import { Link, useRoute } from 'wouter'
import { keepsOneOf } from '../../shared/domain/modules.ts'
import { Houses } from '../components/Houses.tsx'
import { Status } from '../components/Status.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { SharingLine } from '../parts/SharingLine.tsx'
import { partsAt } from './parts-at.ts'
import { paths } from './paths.ts'
import styles from './Sidebar.module.css'
import { TabRoom } from './TabRoom.tsx'
import { useSavedAt } from './use-saved-at.ts'

/** The tabs of the notebook, whose it is, and that everything is kept. In a narrow window it is what the Menu button opens. */
export function Sidebar({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useTranslation()
  const book = useQuery(api.books.settings, {})
  const settings = book.state === 'ready' ? book.value : undefined
  return (
    <aside id="menu" aria-label="Buurtboek" className={`${styles.sidebar} ${isOpen ? styles.open : ''}`}>
      <Link href={paths.overview} className={styles.brand}>
        <Houses size="mark" />
        <b>Buurtboek</b>
      </Link>
      <p className={styles.book}>
        <bdi>{settings?.name}</bdi>
      </p>
      <TabRoom isOpen={isOpen}>
        <Tab href={paths.overview}>{t('app.nav.overview')}</Tab>
        <Tab href={paths.people} also={paths.takeIn}>
          {t('app.nav.people')}
        </Tab>
        <Tab href={paths.neighbourhoods}>
          {t(settings?.kind === 'binnenbuurt' ? 'app.nav.neighbourhood' : 'app.nav.neighbourhoods')}
        </Tab>
        <Tab href={paths.gatherings}>{t('app.nav.gatherings')}</Tab>
        {settings?.duesEnabled && <Tab href={paths.dues}>{t('app.nav.dues')}</Tab>}
        {moduleTabs
          .filter(({ href }) => settings && keepsOneOf(partsAt(href), settings))
          .map(({ name, href }) => (
            <Tab key={name} href={href}>
              {t(`app.nav.${name}`)}
            </Tab>
          ))}
        <Tab href={paths.reports} also={paths.printing}>
          {t('app.nav.reports')}
        </Tab>
        <Tab href={paths.history} also={paths.trash}>
          {t('app.nav.history')}
        </Tab>
        <span className={styles.gap} />
        <Tab href={paths.settings}>{t('app.nav.settings')}</Tab>
      </TabRoom>
      <Foot />
    </aside>
  )
}

/** Parts that a book has only when it keeps them. */
const moduleTabs: readonly {
  readonly name: ModuleTab
  readonly href: string
}[] = [
  { name: 'care', href: paths.care },
  { name: 'help', href: paths.helping },
  { name: 'pairs', href: paths.pairs },
  { name: 'newcomers', href: paths.newcomers },
  { name: 'organisations', href: paths.organisations },
  { name: 'initiatives', href: paths.initiatives },
  { name: 'workingGroup', href: paths.workingGroup },
]

type ModuleTab = 'care' | 'help' | 'pairs' | 'newcomers' | 'organisations' | 'initiatives' | 'workingGroup'

interface TabProps {
  readonly href: string
  /** A screen elsewhere that belongs to this part. */
  readonly also?: string
  readonly children: string
}

/** A tab is the current one on its own screen and on what belongs to it. */
function Tab({ href, also, children }: TabProps) {
  const [isOn] = useRoute(href)
  const [isUnder] = useRoute(`${href}/*`)
  const [isAlso] = useRoute(also ?? href)
  const [isUnderAlso] = useRoute(`${also ?? href}/*`)
  const isCurrent = isOn || isAlso || (also !== undefined && isUnderAlso) || (href !== paths.overview && isUnder)
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  )
}

function Foot() {
  const { t } = useTranslation()
  const format = useFormat()
  const preferences = useQuery(api.preferences.get, {})
  const savedAt = useSavedAt()
  const name = preferences.state === 'ready' ? preferences.value.userName : ''
  return (
    <div className={styles.foot}>
      {name && <p>{t('app.foot.you', { name })}</p>}
      <Status kind="ok" wraps>
        {t('app.foot.saved', { time: format.clock(savedAt) })}
      </Status>
      <SharingLine />
      {preferences.state === 'ready' && preferences.value.hasNews && (
        <Link href={paths.news}>{t('app.foot.news')}</Link>
      )}
    </div>
  )
}
