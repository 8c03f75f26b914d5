import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportEverything } from '../../parts/ExportEverything.tsx'
import styles from './PlaceSection.module.css'

/** Where the book and its copies are, and what else can be reached from here. */
export function PlaceSection() {
  const { t } = useTranslation()
  const status = useQuery(api.books.status, {})
  const backups = useQuery(api.backups.list, {})
  const show = useCommand(api.backups.showFolder)
  return (
    <Section title={t('settings.place.title')}>
      <div className="stack">
        <p className="measure">{t('settings.place.text')}</p>
        <Answered of={status}>
          {({ dataFolder }) => <Facts facts={[{ term: t('settings.place.folder'), value: <Bdi>{dataFolder}</Bdi> }]} />}
        </Answered>
        {backups.state === 'ready' && backups.value.canShowFolder && (
          <div className="cluster">
            <Button icon="folder" isBusy={show.isRunning} onPress={() => void show.run({})}>
              {t('settings.place.showFolder')}
            </Button>
          </div>
        )}
        <FormError text={show.formError} />
        <Elsewhere
          title={t('settings.place.backups')}
          text={t('settings.place.backupsText')}
          link={t('settings.place.backupsLink')}
          href={paths.backups}
        />
        <Elsewhere
          title={t('settings.place.sharing')}
          text={t('settings.place.sharingText')}
          link={t('settings.place.sharingLink')}
          href={paths.sharing}
        />
        <Elsewhere
          title={t('settings.place.handOver')}
          text={t('settings.place.handOverText')}
          link={t('settings.place.handOverLink')}
          href={paths.handOver}
        />
        <Elsewhere
          title={t('settings.place.security')}
          text={t('settings.place.securityText')}
          link={t('settings.place.securityLink')}
          href={paths.security}
        />
        <Elsewhere
          title={t('settings.place.retention')}
          text={t('settings.place.retentionText')}
          link={t('settings.place.retentionLink')}
          href={paths.retention}
        />
        <Elsewhere
          title={t('settings.place.trash')}
          text={t('settings.place.trashText')}
          link={t('settings.place.trashLink')}
          href={paths.trash}
        />
        <Elsewhere
          title={t('settings.place.takeIn')}
          text={t('settings.place.takeInText')}
          link={t('settings.place.takeInLink')}
          href={paths.takeIn}
        />
        <Everything />
      </div>
    </Section>
  )
}

function Everything() {
  const { t } = useTranslation()
  return (
    <div className={styles.elsewhere}>
      <h3>{t('settings.place.everything')}</h3>
      <p className="soft">{t('settings.place.everythingText')}</p>
      <ExportEverything />
    </div>
  )
}

function Elsewhere({
  title,
  text,
  link,
  href,
}: {
  readonly title: string
  readonly text: string
  readonly link: string
  readonly href: string
}) {
  return (
    <div className={styles.elsewhere}>
      <h3>{title}</h3>
      <p className="soft">{text}</p>
      <div className="cluster">
        <LinkButton href={href}>{link}</LinkButton>
      </div>
    </div>
  )
}
