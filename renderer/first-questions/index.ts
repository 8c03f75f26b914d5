// A script of its own, small enough to have asked everything while the window's script is still being read: the backend then works
// beside the browser instead of after it.
import { createTransport } from '../transport/create-transport.ts'
import { firstQuestions } from './first-questions.ts'

const { call } = createTransport()
window.buurtboekFirstAnswers = firstQuestions(location).map((question) => ({
  ...question,
  reply: call(question.method, question.input),
}))
