import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch, useLocation } from 'wouter'
import { PageHelp } from '../components/page-help.ts'
import { LoadingState } from '../components/States.tsx'
import { DemoBanner } from './DemoBanner.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LastAction } from './LastAction.tsx'
import styles from './Notebook.module.css'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { OfKeptPart } from './OfKeptPart.tsx'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TopLine } from './TopLine.tsx'
import { useDesktopMenu } from './use-desktop-menu.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useUndo } from './use-undo.ts'

/** The open notebook: the tabs at the side, the top line, one sheet, and what was last done at the bottom. */
export function Notebook({ isDemo }: { readonly isDemo: boolean }) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const [menuOpenAt, setMenuOpenAt] = useState<string>()
  const search = useRef<HTMLInputElement>(null)
  const undo = useUndo()
  const isHelp = location === paths.help || location.startsWith(`${paths.help}/`)
  const help = isHelp ? paths.help : paths.helpAt(location)
  // The menu only knows that help was asked for, not what is on the screen.
  useDesktopMenu((path) => navigate(path === paths.help ? help : path))
  useShortcuts({
    search: () => search.current?.focus(),
    undo: undo.undoLast,
    help: () => navigate(help),
  })
  // Going somewhere closes the menu.
  const isMenuOpen = menuOpenAt === location
  return (
    <div className={styles.notebook}>
      <a href="#sheet" className={styles.skip}>
        {t('app.nav.skip')}
      </a>
      <Sidebar isOpen={isMenuOpen} />
      <div className={styles.main}>
        {isDemo && <DemoBanner />}
        <TopLine
          searchRef={search}
          isMenuOpen={isMenuOpen}
          onMenu={() => setMenuOpenAt(isMenuOpen ? undefined : location)}
          onUndo={undo.undoLast}
        />
        <main id="sheet" className={styles.sheet} tabIndex={-1}>
          <ErrorBoundary key={location}>
            <PageHelp value={isHelp ? undefined : help}>
              <Suspense fallback={<LoadingState />}>
                <Switch>
                  {routes.map(({ path, Screen }) => (
                    <Route key={path} path={path}>
                      {/* Another record is another sheet: nothing half filled in goes along. */}
                      <OfKeptPart key={location} address={location}>
                        <Screen />
                      </OfKeptPart>
                    </Route>
                  ))}
                  <Route>
                    <NotFoundScreen />
                  </Route>
                </Switch>
              </Suspense>
            </PageHelp>
          </ErrorBoundary>
        </main>
        <div className={styles.last} data-last-action>
          <LastAction undo={undo} />
        </div>
      </div>
    </div>
  )
}
