import { useTranslation } from 'react-i18next'

const questions = ['wrong', 'list', 'leave', 'safe', 'print'] as const

/** What people ask most, with the answers. */
export function HelpQuestions() {
  const { t } = useTranslation()
  return questions.map((question) => (
    <div key={question}>
      <h3>{t(`help.how.${question}Q`)}</h3>
      <p className="measure">{t(`help.how.${question}A`)}</p>
    </div>
  ))
}
