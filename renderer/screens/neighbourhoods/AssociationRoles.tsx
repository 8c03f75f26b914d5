import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { HolderLine } from './HolderLine.tsx'
import styles from './Neighbourhood.module.css'

const AssignRoleDialog = later(async () => (await import('../../parts/AssignRoleDialog.tsx')).AssignRoleDialog)

const associationRoles = ['voorzitter', 'secretaris', 'penningmeester', 'werkgroeplid'] as const

/** Who does what for the whole association: board, treasurer, working group. */
export function AssociationRoles({ today }: { readonly today: Day }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const answer = useQuery(api.roles.association, {})
  return (
    <Section title={t('neighbourhoods.association.title')}>
      <div className="stack">
        <Answered of={answer}>
          {(terms) =>
            terms.length === 0 ? (
              <p className="soft">{t('neighbourhoods.association.none')}</p>
            ) : (
              <ul className={styles.seats}>
                {terms.map((term) => (
                  <li key={term.termId} className={styles.seat}>
                    <h3>{t(`roles.names.${term.role}`)}</h3>
                    <HolderLine
                      holder={{ ...term, until: null }}
                      role={term.role}
                      side={null}
                      neighbourhoodId={null}
                      today={today}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
        <div>
          <Button icon="plus" onPress={() => setAdding(true)}>
            {t('neighbourhoods.association.add')}
          </Button>
        </div>
      </div>
      {isAdding && (
        <AssignRoleDialog roles={associationRoles} neighbourhoods={[]} today={today} onClose={() => setAdding(false)} />
      )}
    </Section>
  )
}
