import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import styles from './DemoBanner.module.css'
import { paths } from './paths.ts'

/** Says that this is the example, as long as it is. */
export function DemoBanner() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const leave = useCommand(api.books.leaveDemo)
  return (
    <section aria-label={t('app.demo.label')} className={styles.banner}>
      <Icon name="eye" />
      <p>{leave.formError ?? t('app.demo.banner')}</p>
      <Button
        isBusy={leave.isRunning}
        onPress={async () => {
          const outcome = await leave.run({})
          if (outcome.ok) navigate(paths.overview)
        }}
      >
        {t('app.demo.leave')}
      </Button>
    </section>
  )
}
