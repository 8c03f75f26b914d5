import { lazy, Suspense } from 'react'
import { Answered } from '../data/Answered.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Notebook } from './Notebook.tsx'

const FirstRunScreen = lazy(async () => ({
  default: (await import('../screens/first-run/FirstRunScreen.tsx')).FirstRunScreen,
}))
const BookProblemScreen = lazy(async () => ({
  default: (await import('../screens/book-problem/BookProblemScreen.tsx')).BookProblemScreen,
}))

/** Shows the notebook, the first page for who has none yet, or what is wrong when it cannot be opened. */
export function App() {
  const status = useQuery(api.books.status, {})
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Answered of={status}>
          {(book) => {
            if (book.state === 'open' && book.book)
              return <Notebook key={String(book.book.demo)} isDemo={book.book.demo} />
            // A book that went away while its copies are still there is a problem to solve, not a first time.
            if (book.state === 'none' && !book.backup) return <FirstRunScreen />
            return <BookProblemScreen />
          }}
        </Answered>
      </Suspense>
    </ErrorBoundary>
  )
}
