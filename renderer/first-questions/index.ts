// A script of its own, small enough to have asked everything while the window's script is still being read: the backend then works
// beside the browser instead of after it.
import { createTransport } from '../transport/create-transport.ts'
import { firstQuestions } from './first-questions.ts'
import { leaveOneTimeAddress } from './leave-one-time-address.ts'

leaveOneTimeAddress()
const { callAll } = createTransport()
const questions = firstQuestions(location)
const replies = callAll(questions)
window.buurtboekFirstAnswers = questions.flatMap((question, index) => {
  const reply = replies[index]
  return reply ? [{ ...question, reply }] : []
})
