import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkInMoments, spokenCode } from '../../../shared/domain/check-in.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'

const CheckInDialog = later(async () => (await import('./CheckInDialog.tsx')).CheckInDialog)

type Code = Awaited<ReturnType<Api['checkIns']['list']>>['codes'][number]

/** Questions that people answer themselves: who answered when, by code; what they answered is in the averages of the report alone. */
export function CheckInsScreen() {
  const { t } = useTranslation()
  const [isFilling, setFilling] = useState(false)
  const [given, setGiven] = useState<string>()
  const list = useQuery(api.checkIns.list, {})
  return (
    <Page
      title={t('checkIns.title')}
      sub={t('checkIns.sub')}
      actions={
        <Button kind="main" onPress={() => setFilling(true)}>
          {t('checkIns.fill')}
        </Button>
      }
    >
      <GatheringTabs />
      {given !== undefined && (
        <div role="status">
          <Notice action={<Button onPress={() => setGiven(undefined)}>{t('checkIns.noted')}</Button>}>
            {t('checkIns.yourCode', { code: spokenCode(given) })}
          </Notice>
        </div>
      )}
      <Answered of={list}>
        {({ codes, today }) =>
          codes.length === 0 ? (
            <EmptyState title={t('checkIns.emptyTitle')}>{t('checkIns.emptyText')}</EmptyState>
          ) : (
            <Section title={t('checkIns.codes')}>
              <p className="soft measure">{t('checkIns.codesNote')}</p>
              <Lines>
                {codes.map((code) => (
                  <CodeLine key={code.code} code={code} today={today} />
                ))}
              </Lines>
              <p>
                <LinkButton href={paths.report('check_ins')} icon="print">
                  {t('checkIns.report')}
                </LinkButton>
              </p>
            </Section>
          )
        }
      </Answered>
      {isFilling && <CheckInDialog onDone={setGiven} onClose={() => setFilling(false)} />}
    </Page>
  )
}

function CodeLine({ code: { code, moments }, today }: { readonly code: Code; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useCommand(api.checkIns.remove)
  const dayOf = (moment: (typeof checkInMoments)[number]) => moments.find((each) => each.moment === moment)?.day
  const answered = checkInMoments.flatMap((moment) => {
    const day = dayOf(moment)
    return day === undefined ? [] : [`${t(`checkIns.moments.${moment}`)}: ${format.dayNear(day, today)}`]
  })
  return (
    <Line
      verbs={
        <>
          <Button
            kind="plain"
            label={t('checkIns.removeLabel', { code: spokenCode(code) })}
            isBusy={remove.isRunning}
            onPress={() => void remove.run({ code })}
          >
            {t('checkIns.remove')}
          </Button>
          <FormError text={remove.formError} />
        </>
      }
    >
      <LineTitle>
        <bdi>{spokenCode(code)}</bdi>
      </LineTitle>
      <p className="soft">{answered.join(' · ')}</p>
    </Line>
  )
}
