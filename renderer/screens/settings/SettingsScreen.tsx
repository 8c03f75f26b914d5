import { useTranslation } from 'react-i18next'
import { Columns } from '../../components/Columns.tsx'
import { Page } from '../../components/Page.tsx'
import { AboutSection } from './AboutSection.tsx'
import { AccountSection } from './AccountSection.tsx'
import { BetweenSection } from './BetweenSection.tsx'
import { BookSection } from './BookSection.tsx'
import { DuesSection } from './DuesSection.tsx'
import { PlaceSection } from './PlaceSection.tsx'
import { PracticesSection } from './PracticesSection.tsx'
import { PrivacySection } from './PrivacySection.tsx'
import { YouSection } from './YouSection.tsx'

/** Instellingen: what the association decided, what this person chose, and where everything is. */
export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.title')} sub={t('settings.sub')}>
      <Columns>
        <div>
          <YouSection />
          <PlaceSection />
          <PracticesSection />
          <AboutSection />
        </div>
        <div>
          <BookSection />
          <DuesSection />
          <AccountSection />
          <BetweenSection />
          <PrivacySection />
        </div>
      </Columns>
    </Page>
  )
}
