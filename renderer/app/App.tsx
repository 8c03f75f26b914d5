import { later } from '../components/later.tsx'
import { ErrorState } from '../components/States.tsx'
import { type Api, api } from '../data/api.ts'
import { useErrorText } from '../data/use-error-text.ts'
import { useQuery } from '../data/use-query.ts'
import { fetchRestOfWords } from '../i18n/start-i18n.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Notebook } from './Notebook.tsx'

const FirstRunScreen = later(
  async () => (await withWords(import('../screens/first-run/FirstRunScreen.tsx'))).FirstRunScreen,
)
const JoiningScreen = later(async () => (await withWords(import('../screens/sharing/JoiningScreen.tsx'))).JoiningScreen)
const BookProblemScreen = later(
  async () => (await withWords(import('../screens/book-problem/BookProblemScreen.tsx'))).BookProblemScreen,
)

/** A part of the window that is fetched, with the words that did not come with the window. */
async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  const [fetched] = await Promise.all([part, fetchRestOfWords()])
  return fetched
}

type BookStatus = Awaited<ReturnType<Api['books']['status']>>

/** Shows the notebook, the first page for who has none yet, or what is wrong when it cannot be opened. */
export function App() {
  const status = useQuery(api.books.status, {})
  const textOf = useErrorText()
  return (
    <ErrorBoundary>
      {status.state === 'error' && (
        <main className={styles.alone}>
          <ErrorState text={textOf(status.error)} onRetry={status.retry} />
        </main>
      )}
      {status.state === 'ready' && <Book status={status.value} />}
    </ErrorBoundary>
  )
}

function Book({ status }: { readonly status: BookStatus }) {
  const { state, book, backup } = status
  if (state === 'joining') return <JoiningScreen />
  if (state === 'open' && book) return <Notebook key={String(book.demo)} isDemo={book.demo} />
  // A book that went away while its copies are still there is a problem to solve, not a first time.
  if (state === 'none' && !backup) return <FirstRunScreen />
  return <BookProblemScreen />
}
