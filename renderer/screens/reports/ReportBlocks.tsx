import { useTranslation } from 'react-i18next'
import type { ReportBlock, ReportCell, ReportPage } from '../../../shared/contract/reports.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { Facts } from '../../components/Facts.tsx'
import { PlainTable } from '../../components/PlainTable.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Reports.module.css'
import { reportWordOf } from './report-words.ts'

/** What a report says, block by block. */
export function ReportBlocks({ page }: { readonly page: ReportPage }) {
  return (
    <>
      {page.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn whole, its blocks have no other name
        <Block key={at} block={block} />
      ))}
    </>
  )
}

function Block({ block }: { readonly block: ReportBlock }) {
  const { t } = useTranslation()
  const write = useCell()
  switch (block.kind) {
    case 'facts': {
      const facts = (
        <Facts
          facts={block.facts.map(({ label, value }) => ({
            term: t(`reports.words.${reportWordOf(label)}`),
            value: write(value),
          }))}
        />
      )
      return block.heading === null ? (
        facts
      ) : (
        <Section title={t(`reports.words.${reportWordOf(block.heading)}`)}>{facts}</Section>
      )
    }
    case 'table':
      return <Rows table={block} />
    case 'list':
      return (
        <Section title={t(`reports.words.${reportWordOf(block.heading)}`)}>
          {block.items.length === 0 ? (
            <p className="soft">{t('reports.empty')}</p>
          ) : (
            <ul>
              {block.items.map((item) => (
                <li key={item} dir="auto">
                  {item}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )
    case 'sentence':
      return <p className={styles.sentence}>{t(`reports.words.${reportWordOf(block.word)}`, block.values)}</p>
    default:
      return assertNever(block)
  }
}

function Rows({ table }: { readonly table: Extract<ReportBlock, { kind: 'table' }> }) {
  const { t } = useTranslation()
  const write = useCell()
  const heading = t(`reports.words.${reportWordOf(table.heading)}`)
  const isOfNumbers = (column: number) => table.rows.every(({ cells }) => cells[column] && isNumber(cells[column]))
  return (
    <Section title={heading}>
      {table.rows.length === 0 ? (
        <p className="soft">{t('reports.empty')}</p>
      ) : (
        <PlainTable
          caption={heading}
          headers={table.columns.map((column) => t(`reports.words.${reportWordOf(column)}`))}
          numbers={table.columns.flatMap((_column, at) => (isOfNumbers(at) ? [at] : []))}
          rows={table.rows.map(({ cells, isTotal }, at) => ({ key: String(at), cells: cells.map(write), isTotal }))}
        />
      )}
    </Section>
  )
}

const isNumber = ({ kind }: ReportCell): boolean =>
  kind !== 'text' && kind !== 'word' && kind !== 'day' && kind !== 'month'

/** A cell in words and figures. */
function useCell() {
  const { t } = useTranslation()
  const format = useFormat()
  return (cell: ReportCell) => {
    switch (cell.kind) {
      case 'persons':
        return cell.n === null ? '<5' : format.count(cell.n)
      case 'hidden':
        return t('reports.hidden')
      case 'count':
        return format.count(cell.n)
      case 'cents':
        return format.amount(cell.cents)
      case 'share':
        return cell.whole === 0
          ? t('reports.noShare')
          : t('reports.share', {
              percent: Math.round((cell.part / cell.whole) * 100),
              part: format.count(cell.part),
              whole: format.count(cell.whole),
            })
      case 'day':
        return format.day(cell.day, 'plain')
      case 'month':
        return format.month(`${cell.month}-01`)
      case 'text':
        return <bdi>{cell.text}</bdi>
      case 'word':
        return t(`reports.words.${reportWordOf(cell.word)}`, cell.values)
      case 'none':
        return '-'
      default:
        return assertNever(cell)
    }
  }
}
