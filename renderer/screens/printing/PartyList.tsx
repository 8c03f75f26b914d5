import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import type { Parties } from './LettersPage.tsx'
import styles from './Printing.module.css'

interface PartyListProps {
  readonly parties: Parties
  /** Sends it the other way. */
  readonly onTurn: (key: string) => void
}

const pageSize = 50

/** How it reaches each of them; whoever would rather have it otherwise is turned around here. */
export function PartyList({ parties, onTurn }: PartyListProps) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(pageSize)
  return (
    <Disclosure title={t('printing.letter.list')}>
      <ul className={styles.parties}>
        {parties.slice(0, limit).map(({ key, names, way, canMail, canPaper }) => (
          <li key={key}>
            <span>
              <Bdi>{names}</Bdi>, <span className="soft">{t(`printing.letter.state.${way}`)}</span>
            </span>
            {canMail && canPaper && (
              <Button kind="plain" onPress={() => onTurn(key)}>
                {t(way === 'mail' ? 'printing.letter.toPaper' : 'printing.letter.toMail')}
                <span className="hide">: {names}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {limit < parties.length && (
        <Button onPress={() => setLimit(limit + pageSize)}>
          {t('printing.letter.more', { count: parties.length - limit })}
        </Button>
      )}
    </Disclosure>
  )
}
