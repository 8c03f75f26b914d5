import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Role, Side } from '../../../shared/domain/role-seats.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRoleWords } from '../../parts/use-role-words.ts'
import { HolderLine } from './HolderLine.tsx'
import styles from './Neighbourhood.module.css'

const AssignRoleDialog = later(async () => (await import('../../parts/AssignRoleDialog.tsx')).AssignRoleDialog)

type NeighbourhoodPage = Awaited<ReturnType<Api['neighbourhoods']['get']>>
type Seat = NeighbourhoodPage['seats'][number]

/** The places of a binnenbuurt (with `?kies=1` in the address the first empty one is asked about at once), one under the other, with who holds them or the way to fill them. */
export function SeatList({ group, canChange }: { readonly group: NeighbourhoodPage; readonly canChange: boolean }) {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [chosen, setChosen] = useState<{ readonly role: Role; readonly side: Side | null } | null>(() =>
    search.has('kies') && canChange ? (group.seats.find(({ holders }) => holders.length === 0) ?? null) : null,
  )
  const close = () => {
    setChosen(null)
    if (search.has('kies')) setSearch({}, { replace: true })
  }
  return (
    <>
      <ul className={styles.seats}>
        {group.seats.map((seat, at) => (
          // Two coordinators have the same role: only their order tells the places apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no id and never change order
          <li key={`${seat.role}-${seat.side}-${at}`} className={styles.seat}>
            <OneSeat seat={seat} groupId={group.id} today={group.today} />
            {seat.holders.length === 0 && canChange && (
              <div>
                <Button icon="person" onPress={() => setChosen({ role: seat.role, side: seat.side })}>
                  {t(`roles.choose.${seat.role}`)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {group.otherRoles.length > 0 && (
        <>
          <h3>{t('neighbourhoods.page.otherRoles')}</h3>
          <ul className={styles.seats}>
            {group.otherRoles.map((term) => (
              <li key={term.termId} className={styles.seat}>
                <span>{t(`roles.names.${term.role}`)}</span>
                <HolderLine
                  holder={term}
                  role={term.role}
                  side={term.side}
                  neighbourhoodId={group.id}
                  today={group.today}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen && (
        <AssignRoleDialog
          roles={[chosen.role]}
          side={chosen.side}
          neighbourhoods={[group]}
          today={group.today}
          onClose={close}
        />
      )}
    </>
  )
}

function OneSeat({ seat, groupId, today }: { readonly seat: Seat; readonly groupId: string; readonly today: Day }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleWords = useRoleWords()
  return (
    <>
      <h3>{roleWords(seat.role, seat.side)}</h3>
      {seat.holders.length === 0 && (
        <Status kind="att" wraps>
          {seat.last === null
            ? t('neighbourhoods.page.empty')
            : t(`neighbourhoods.page.${seat.last.died ? 'lastDied' : 'last'}`, {
                name: seat.last.name,
                day: format.day(seat.last.until),
              })}
        </Status>
      )}
      {seat.holders.map((holder) => (
        <HolderLine
          key={holder.termId}
          holder={holder}
          role={seat.role}
          side={seat.side}
          neighbourhoodId={groupId}
          today={today}
        />
      ))}
      {seat.longOverlapDays > 0 && (
        <Status kind="att" wraps>
          {t('neighbourhoods.page.longOverlap', { count: seat.longOverlapDays })}
        </Status>
      )}
      {seat.next !== null && (
        <p className="soft">
          {t('neighbourhoods.page.next', { name: seat.next.name, day: format.day(seat.next.from) })}
        </p>
      )}
    </>
  )
}
