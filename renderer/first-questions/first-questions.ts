// What the first screen at an address is going to ask. Plain values and no imports but plain ones: this also stands in the little
// script that runs before the window's own has been read.
import { listQuestion, pageSize, readPeopleFilter } from '../screens/members/people-question.ts'

export interface FirstAnswer extends Question {
  readonly reply: Promise<Reply>
}

type Reply = import('../../shared/contract/reply.ts').Reply
type Question = import('../transport/transport.ts').Question

declare global {
  interface Window {
    /** Left by the little script for the window's own, which takes it away. */
    buurtboekFirstAnswers?: readonly FirstAnswer[]
  }
}

/** Most needed first. */
export function firstQuestions({ pathname, search }: Pick<Location, 'pathname' | 'search'>): readonly Question[] {
  return [
    { method: 'preferences.get', input: {} },
    { method: 'books.status', input: {} },
    ...screenQuestions(pathname, new URLSearchParams(search)),
    { method: 'books.settings', input: {} },
    { method: 'history.lastAction', input: {} },
  ]
}

function screenQuestions(pathname: string, params: URLSearchParams): readonly Question[] {
  switch (pathname) {
    case '/':
      return [
        { method: 'overview.get', input: {} },
        { method: 'overview.openDues', input: {} },
      ]
    case '/mensen': {
      const { filter, order } = readPeopleFilter(params)
      return [
        { method: 'members.list', input: listQuestion(filter, order, pageSize) },
        { method: 'members.counts', input: filter },
      ]
    }
    default:
      return []
  }
}
