import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCategoryNameById } from '../../parts/use-category-name.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'

export interface LineOption {
  readonly key: string
  readonly label: string
  /** Why this one, in a sentence. */
  readonly hint: string | null
  readonly run: () => Promise<unknown>
}

/** What a line probably is, the likeliest first: each is one press. */
export function useLineOptions() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const categoryName = useCategoryNameById()
  const assign = useCommand(api.bank.assign)
  const link = useCommand(api.bank.link)
  const bookAs = useCommand(api.bank.bookAs)
  const refund = useCommand(api.bank.bookAsRefund)
  const certain = useCommand(api.bank.bookCertain)
  const commands = [assign, link, bookAs, refund, certain]

  const handOption = ({ id: lineId, hand }: OpenLine): LineOption[] =>
    hand === null
      ? []
      : [
          {
            key: 'hand',
            label: t('bank.assign.link', { day: format.day(hand.day), payer: words.payer(hand.payer) }),
            hint: null,
            run: () => link.run({ lineId, paymentId: hand.paymentId }),
          },
        ]
  const refundOption = ({ id: lineId, refundTo }: OpenLine): LineOption[] =>
    refundTo === null
      ? []
      : [
          {
            key: 'refund',
            label: t('bank.assign.refund', { payer: words.payer(refundTo) }),
            hint: null,
            run: () => refund.run({ lineId, payer: { kind: refundTo.kind, id: refundTo.id } }),
          },
        ]
  const workOption = ({ id, work }: OpenLine): LineOption[] =>
    work === null || work === 'dues'
      ? []
      : [
          {
            key: work,
            label: t(`bank.assign.${work}`),
            hint: null,
            run: () => certain.run({ lineIds: [id] }),
          },
        ]
  const categoryOption = ({ id: lineId, categoryId }: OpenLine): LineOption[] =>
    categoryId === null
      ? []
      : [
          {
            key: 'category',
            label: t('bank.assign.again', { category: categoryName(categoryId) }),
            hint: null,
            run: () => bookAs.run({ lineId, categoryId, text: null }),
          },
        ]
  const suggested = (line: OpenLine): LineOption[] =>
    line.suggestions.map(({ shares, reason }) => ({
      key: shares.map(({ payer, cents }) => `${payer.kind} ${payer.id} ${cents}`).join(),
      label:
        shares.length === 1 && shares[0]
          ? words.payer(shares[0].payer)
          : format.list(
              shares.map(({ payer, cents }) =>
                t('bank.assign.share', { payer: words.people(payer.people), amount: format.amount(cents) }),
              ),
            ),
      hint: reason,
      run: () =>
        assign.run({
          lineId: line.id,
          parts: shares.map(({ payer, cents }) => ({ payer: { kind: payer.kind, id: payer.id }, cents })),
        }),
    }))

  return {
    of: (line: OpenLine): LineOption[] =>
      [...handOption(line), ...refundOption(line), ...workOption(line), ...categoryOption(line), ...suggested(line)]
        // The matcher tells members of one payer apart; booked it comes to the same.
        .filter(({ key }, at, all) => all.findIndex((other) => other.key === key) === at)
        .slice(0, 9),
    isBusy: commands.some(({ isRunning }) => isRunning),
    error: commands.find(({ formError }) => formError !== undefined)?.formError,
  }
}
