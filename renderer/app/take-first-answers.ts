// The answers that the little script of first-questions/ asked for, put where the screens look for theirs.
import { CallError } from '../../shared/contract/create-client.ts'
import { callByName } from '../data/api.ts'
import { queryClient } from '../data/query-client.ts'
import { noteSeen } from '../data/seen.ts'
import { type FirstAnswer, firstQuestions } from '../first-questions/first-questions.ts'

/** How long the first drawing waits for what it could do without. */
const patienceMs = 400
/** Without these nothing can be drawn: in which language, and whether there is a book. */
const needed = new Set(['preferences.get', 'books.status'])

/** Settles when what the first screen shows is known, or when it takes too long; what is needed is always waited for. Never rejects. */
export async function takeFirstAnswers(): Promise<void> {
  const answers = window.buurtboekFirstAnswers ?? firstQuestions(location).map(askNow)
  delete window.buurtboekFirstAnswers
  const stored = answers.map((answer) => ({ answer, done: store(answer) }))
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, patienceMs)
  await Promise.all(stored.filter(({ answer }) => needed.has(answer.method)).map(({ done }) => done))
  await Promise.race([Promise.all(stored.map(({ done }) => done)), patience.promise])
  clearTimeout(timer)
}

const askNow = ({ method, input }: Omit<FirstAnswer, 'reply'>): FirstAnswer => ({
  method,
  input,
  reply: callByName(method, input),
})

// A refusal (no book yet, a book that cannot be opened) is told by whoever asks again.
function store({ method, input, reply }: FirstAnswer): Promise<void> {
  return queryClient.prefetchQuery({
    queryKey: [method, input],
    queryFn: async () => {
      const answer = await reply
      noteSeen(method, input, answer)
      if (!answer.ok) throw new CallError(answer.error.code, answer.error.details)
      return answer.value
    },
  })
}
