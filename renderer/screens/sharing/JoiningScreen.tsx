import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Desk } from '../../components/Desk.tsx'
import { FormError } from '../../components/Form.tsx'
import { Houses } from '../../components/Houses.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { SpokenWords } from '../../parts/SpokenWords.tsx'
import styles from './JoiningScreen.module.css'

/** Every so often, while somebody is waiting in front of the screen. */
const lookEvery = 5000

/** The answer is in the folder: two words to say, until the other says yes and the book comes. */
export function JoiningScreen() {
  const { t } = useTranslation()
  const state = useQuery(api.sync.state, {})
  const look = useCommand(api.sync.look)
  const stop = useCommand(api.sync.stopJoining)
  const lookNow = look.run
  useEffect(() => {
    const timer = setInterval(() => void lookNow({}), lookEvery)
    return () => clearInterval(timer)
  }, [lookNow])
  return (
    <Desk>
      <div className={styles.head}>
        <Houses size="street" />
      </div>
      <Answered of={state}>
        {({ joining }) =>
          joining && (
            <div className="stack">
              <h1>{t('sharing.joining.title', { name: joining.inviter })}</h1>
              <p className="measure">{t('sharing.joining.text')}</p>
              <SpokenWords label={t('sharing.joining.words')} words={joining.words} />
              <p className="measure">{t('sharing.joining.then', { name: joining.inviter, book: joining.bookName })}</p>
              <FormError text={look.formError ?? stop.formError} />
              <div className="cluster">
                <Button onPress={() => void stop.run({})}>{t('sharing.joining.stop')}</Button>
                <Button kind="main" isBusy={look.isRunning} onPress={() => void lookNow({})}>
                  {t('sharing.joining.look')}
                </Button>
              </div>
            </div>
          )
        }
      </Answered>
    </Desk>
  )
}
