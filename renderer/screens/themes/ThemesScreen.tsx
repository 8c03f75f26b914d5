import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'

const AskDialog = later(async () => (await import('./ThemeDialogs.tsx')).AskDialog)
const HoldDialog = later(async () => (await import('./ThemeDialogs.tsx')).HoldDialog)

export type AskedTheme = Awaited<ReturnType<Api['themes']['list']>>['open'][number]

/** What people asked for, and what came of it. */
export function ThemesScreen() {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [holding, setHolding] = useState<AskedTheme>()
  const list = useQuery(api.themes.list, {})
  return (
    <Page
      title={t('themes.title')}
      sub={t('themes.sub')}
      actions={
        <Button kind="main" onPress={() => setAsking(true)}>
          {t('themes.ask')}
        </Button>
      }
    >
      <GatheringTabs />
      <Answered of={list}>
        {({ open, done, askedCount, heldCount }) =>
          askedCount === 0 ? (
            <EmptyState title={t('themes.emptyTitle')}>{t('themes.emptyText')}</EmptyState>
          ) : (
            <>
              <p>{t('themes.sum', { held: heldCount, asked: askedCount })}</p>
              <Section title={t('themes.open')}>
                {open.length === 0 ? (
                  <p className="soft">{t('themes.openNone')}</p>
                ) : (
                  <Lines>
                    {open.map((theme) => (
                      <OpenTheme key={theme.id} theme={theme} onHold={() => setHolding(theme)} />
                    ))}
                  </Lines>
                )}
              </Section>
              {done.length > 0 && (
                <Section title={t('themes.done')}>
                  <Lines>
                    {done.map((theme) => (
                      <DoneTheme key={theme.id} theme={theme} />
                    ))}
                  </Lines>
                </Section>
              )}
            </>
          )
        }
      </Answered>

      {isAsking && <AskDialog onClose={() => setAsking(false)} />}
      {holding && <HoldDialog theme={holding} onClose={() => setHolding(undefined)} />}
    </Page>
  )
}

function OpenTheme({ theme, onHold }: { readonly theme: AskedTheme; readonly onHold: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const drop = useCommand(api.themes.drop)
  return (
    <Line
      verbs={
        <>
          <Button kind="plain" label={t('themes.holdLabel', { theme: theme.theme })} onPress={onHold}>
            {t('themes.hold')}
          </Button>
          <Button
            kind="plain"
            label={t('themes.dropLabel', { theme: theme.theme })}
            isBusy={drop.isRunning}
            onPress={() => void drop.run({ id: theme.id })}
          >
            {t('themes.drop')}
          </Button>
        </>
      }
    >
      <b>
        <bdi>{theme.theme}</bdi>
      </b>{' '}
      <span className="soft">
        {[t('themes.askedOn', { day: format.day(theme.askedDay) }), theme.seriesTitle].filter(Boolean).join(' · ')}
      </span>
      <FormError text={drop.formError} />
    </Line>
  )
}

function DoneTheme({ theme }: { readonly theme: AskedTheme }) {
  const { t } = useTranslation()
  const format = useFormat()
  const hold = useCommand(api.themes.hold)
  return (
    <Line
      verbs={
        <Button
          kind="plain"
          label={t('themes.reopenLabel', { theme: theme.theme })}
          isBusy={hold.isRunning}
          onPress={() => void hold.run({ id: theme.id, gatheringId: null })}
        >
          {t('themes.reopen')}
        </Button>
      }
    >
      <b>
        <bdi>{theme.theme}</bdi>
      </b>{' '}
      {theme.gathering === null ? (
        <span className="soft">{t('themes.dropped')}</span>
      ) : (
        <Link href={paths.gathering(theme.gathering.id)}>
          {t(theme.gathering.isHeld ? 'themes.heldOn' : 'themes.plannedOn', { day: format.day(theme.gathering.day) })}
        </Link>
      )}
      <FormError text={hold.formError} />
    </Line>
  )
}
