// Starts the window: the way to the backend, what must be known before anything is drawn, then the app.
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/pressable.css'
import { App } from './app/App.tsx'
import { applyTextSize, applyTheme, languageAtFirst } from './app/apply-preferences.ts'
import { PreferencesInUse } from './app/PreferencesInUse.tsx'
import { prepareScreen } from './app/routes.tsx'
import { takeFirstAnswers } from './app/take-first-answers.ts'
import { prepareDialogs } from './components/Dialog.tsx'
import { api, connect } from './data/api.ts'
import { followChanges, followDays, queryClient } from './data/query-client.ts'
import { leaveOneTimeAddress } from './first-questions/leave-one-time-address.ts'
import { fetchRestOfWords, prepareWords, startI18n, startPseudoI18n } from './i18n/start-i18n.ts'
import { createTransport } from './transport/create-transport.ts'

type Preferences = Awaited<ReturnType<typeof api.preferences.get>>

async function start(): Promise<void> {
  leaveOneTimeAddress()
  const zoomsItself = window.buurtboek === undefined
  connect(createTransport())
  followChanges()
  followDays()
  // The words and the first screen come in while the first answers are on their way.
  prepareWords(languageAtFirst)
  await Promise.all([prepareScreen(location.pathname), takeFirstAnswers()])
  const preferences = queryClient.getQueryData<Preferences>([api.preferences.get.method, {}])
  const pseudo = new URLSearchParams(location.search).get('pseudo')
  if (pseudo === 'ltr' || pseudo === 'rtl') await startPseudoI18n(pseudo)
  else await startI18n(preferences?.language ?? languageAtFirst)
  applyTheme(preferences?.theme ?? 'system')
  if (zoomsItself) applyTextSize(preferences?.textSize ?? 100)

  const root = document.getElementById('app')
  if (!root) throw new Error('index.html has no #app')
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <PreferencesInUse zoomsItself={zoomsItself} />
      <App />
    </QueryClientProvider>,
  )
  afterFirstScreen(() => {
    // When fetching fails, the screen that needs it says so.
    void fetchRestOfWords().catch(() => undefined)
    prepareDialogs()
    showIcon()
  })
}

/** Of the window in the bar of the system; a browser that finds it in the page fetches it before the first rows. */
function showIcon(): void {
  const link = document.createElement('link')
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = '/icon.svg'
  document.head.append(link)
}

/** Once the first screen has its answers and was drawn, however slow the computer is. */
function afterFirstScreen(work: () => void): void {
  const look = () => {
    if (queryClient.isFetching() > 0) setTimeout(look, 500)
    else requestIdleCallback(work)
  }
  setTimeout(look, 2000)
}

void start()
