// A script of its own, small enough to have asked everything while the window's script is still being read: the backend then works
// beside the browser instead of after it.
import { createTransport } from '../transport/create-transport.ts'
import { firstQuestions } from './first-questions.ts'

const { callAll } = createTransport()
const questions = firstQuestions(location)
const replies = callAll(questions)
window.buurtboekFirstAnswers = questions.flatMap((question, index) => {
  const reply = replies[index]
  return reply ? [{ ...question, reply }] : []
})
