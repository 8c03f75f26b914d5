// The report of the treasurer as a document to print: plain HTML with its own small style, no scripts, nothing from outside.
import { fillWords } from '../export/export-words.ts'
import type { BookWords } from './book-words.ts'
import { categoryName } from './book-words.ts'
import type { PackContents } from './pack-tables.ts'
import { whatOf } from './pack-tables.ts'
import type { ResultLine } from './year-report.ts'

export function packDocument(contents: PackContents, book: BookWords, language: 'nl' | 'en'): string {
  const { report, bookName } = contents
  const { words, format } = book
  const title = fillWords(words.title, { year: report.year })
  const state = report.isClosed
    ? words.closed
    : report.isOver
      ? words.open
      : fillWords(words.untilDay, { day: format.day(report.endDay) })
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${text(`${title} - ${bookName}`)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${style}</style></head><body>
<h1>${text(title)}</h1><p>${text(bookName)}</p><p>${text(state)} ${text(contents.isChainWhole ? words.chainOk : words.chainBroken)}</p>
${balance(contents, book)}${result(contents, book)}${dues(contents, book)}${openDues(contents, book)}${entries(contents, book)}${declaration(contents, book)}
<p class="small">${text(fillWords(words.madeOn, { day: format.day(report.today) }))}</p></body></html>`
}

const style = `@page { size: A4; margin: 18mm 16mm } body { font: 11pt/1.4 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #25221b }
h1 { font-size: 20pt; line-height: 1.2 } h2 { font-size: 14pt; margin: 1.4em 0 .4em; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin-bottom: 10pt } th, td { text-align: start; vertical-align: top; padding: 3pt 6pt 3pt 0; border-bottom: .5pt solid #dccfb8 }
thead { display: table-header-group } tr { break-inside: avoid } .sum th, .sum td { font-weight: 700; border-top: 1pt solid #25221b }
.money { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums } .entries { font-size: 9pt } .small { font-size: 9pt }
.page { break-before: page } .line { border-bottom: .5pt solid #25221b; height: 26pt } .sign td { height: 34pt; border: .5pt solid #7d725f }`

type Row = readonly string[]

/** @param money columns from this one on hold amounts */
function table(headings: Row, rows: readonly Row[], money: number, last?: Row, kind = ''): string {
  const cells = (row: Row, tag: 'td' | 'th') =>
    row
      .map((cell, at) => {
        const name = at === 0 && tag === 'td' ? 'th scope="row"' : tag === 'th' ? 'th scope="col"' : 'td'
        return `<${name}${at >= money ? ' class="money"' : ''}>${text(cell)}</${name.split(' ')[0]}>`
      })
      .join('')
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')
  const sum = last ? `<tr class="sum">${cells(last, 'td')}</tr>` : ''
  return `<table class="${kind}"><thead><tr>${cells(headings, 'th')}</tr></thead><tbody>${body}${sum}</tbody></table>`
}

function balance({ report, names }: PackContents, { words, places, format }: BookWords): string {
  const { begin, end } = report
  const line = (name: string, first: number, last: number) => [
    name,
    format.amountExact(first),
    format.amountExact(last),
  ]
  const rows = [
    ...report.accounts.map(({ id, beginCents, endCents }) => line(names.account(id), beginCents, endCents)),
    line(places.cash, begin.cashCents, end.cashCents),
    ...(begin.onItsWayCents === 0 && end.onItsWayCents === 0
      ? []
      : [line(words.onItsWay, begin.onItsWayCents, end.onItsWayCents)]),
    line(words.receivable, begin.receivableCents, end.receivableCents),
    line(words.prepaid, -begin.prepaidCents, -end.prepaidCents),
  ]
  const said = report.accounts.flatMap(({ id, endCents, bankSaysCents }) =>
    bankSaysCents === null
      ? []
      : [
          `${fillWords(words.bankSays, { account: names.account(id), amount: format.amountExact(bankSaysCents) })} ${
            bankSaysCents === endCents
              ? words.bankSame
              : fillWords(words.bankOther, { amount: format.amountExact(endCents) })
          }`,
        ],
  )
  const broughtIn =
    report.broughtInCents === 0
      ? []
      : [fillWords(words.broughtIn, { amount: format.amountExact(report.broughtInCents) })]
  const headings = [words.what, fillWords(words.begin, { year: report.year }), words.end]
  return `<h2>${text(words.balance)}</h2>${table(headings, rows, 1, line(words.capital, begin.capitalCents, end.capitalCents))}${[...said, ...broughtIn].map(paragraph).join('')}`
}

function result({ report }: PackContents, book: BookWords): string {
  const { words, format } = book
  const amount = (cents: number | null) => (cents === null ? '' : format.amountExact(cents))
  const line = (row: ResultLine) => [
    categoryName(row.categoryId, row.name, book),
    amount(row.cents),
    amount(row.budgetCents),
    amount(row.lastYearCents),
  ]
  const of = (kind: ResultLine['kind']) => report.lines.filter((row) => row.kind === kind)
  const sum = (name: string, rows: readonly ResultLine[]) => [
    name,
    amount(rows.reduce((total, { cents }) => total + cents, 0)),
    amount(rows.reduce((total, { budgetCents }) => total + (budgetCents ?? 0), 0)),
    amount(rows.reduce((total, { lastYearCents }) => total + lastYearCents, 0)),
  ]
  const headings = (name: string) => [
    name,
    fillWords(words.thisYear, { year: report.year }),
    words.budget,
    fillWords(words.lastYear, { year: report.year - 1 }),
  ]
  const left = report.resultCents < 0 ? words.short : words.over
  return `<h2>${text(words.result)}</h2>${table(headings(words.income), of('income').map(line), 1, sum(words.incomeTotal, of('income')))}
${table(headings(words.expenses), of('expense').map(line), 1, sum(words.expenseTotal, of('expense')))}
<p><strong>${text(`${left}: ${format.amountExact(Math.abs(report.resultCents))}`)}</strong></p>`
}

function dues({ report }: PackContents, book: BookWords): string {
  const { words, format } = book
  const { lines, waivedCents, waivedEarlierCents, cents } = report.dues
  const rows: Row[] = lines.map((line) => [
    fillWords(words.duesLine, {
      plan: line.planName ?? words.duesSheet,
      people: line.people,
      months: line.months,
      rate: format.amountExact(line.monthCents),
    }),
    format.amountExact(line.cents),
  ])
  if (waivedCents !== 0) rows.push([fillWords(words.waived, { year: report.year }), format.amountExact(-waivedCents)])
  if (waivedEarlierCents !== 0) rows.push([words.waivedEarlier, format.amountExact(-waivedEarlierCents)])
  const total = [fillWords(words.duesTotal, { year: report.year }), format.amountExact(cents)]
  return `<h2>${text(words.duesTitle)}</h2>${table([words.what, words.amount], rows, 1, total)}`
}

function openDues({ report }: PackContents, { words, format }: BookWords): string {
  const rows = report.openByAge.map(({ age, people, cents }) => [
    words[`age_${age}`],
    String(people),
    format.amountExact(cents),
  ])
  const list = rows.length === 0 ? paragraph(words.noneOpen) : table([words.what, words.people, words.amount], rows, 1)
  return `<h2>${text(words.ageTitle)}</h2>${list}`
}

function entries(contents: PackContents, book: BookWords): string {
  const { words, format } = book
  const rows = contents.entries.map((entry) => [
    String(entry.number),
    format.day(entry.day, 'numeric'),
    contents.names.account(entry.accountId),
    contents.names.category(entry),
    whatOf(entry, book),
    contents.names.proof(entry),
    format.amountExact(entry.cents),
  ])
  const headings = [words.number, words.day, words.place, words.category, words.who, words.proof, words.amount]
  const list = rows.length === 0 ? paragraph(words.noEntries) : table(headings, rows, 6, undefined, 'entries')
  return `<h2 class="page">${text(words.entriesTitle)}</h2>${list}`
}

function declaration({ report, bookName }: PackContents, { words }: BookWords): string {
  const signatures = (rows: number) =>
    `<table class="sign"><thead><tr>${[words.signName, words.signDay, words.sign].map((name) => `<th scope="col">${text(name)}</th>`).join('')}</tr></thead><tbody>${'<tr><td></td><td></td><td></td></tr>'.repeat(rows)}</tbody></table>`
  const filled = { name: bookName, year: report.year }
  return `<h2 class="page">${text(words.declarationTitle)}</h2>${paragraph(fillWords(words.declaration, filled))}${paragraph(words.declarationResult)}
${'<div class="line"></div>'.repeat(4)}<h2>${text(words.dischargeTitle)}</h2>${paragraph(fillWords(words.discharge, filled))}${signatures(2)}
<h2>${text(words.signBoard)}</h2>${signatures(4)}`
}

const paragraph = (words: string) => `<p>${text(words)}</p>`

function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
