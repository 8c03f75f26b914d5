// The report of the treasurer on paper: the year in figures, every entry, and the pages that the kascommissie and the board sign.
import { type Html, html, isolated, type Piece } from '../documents/html.ts'
import type { Paper } from '../documents/paper.ts'
import { heading, keptPiece, type PaperTable, table } from '../documents/paper-pieces.ts'
import { countedWords, fillWords } from '../export/export-words.ts'
import type { BookWords } from './book-words.ts'
import { categoryName } from './book-words.ts'
import type { PackContents } from './pack-tables.ts'
import { whatOf } from './pack-tables.ts'
import type { ResultLine } from './year-report.ts'

export function packDocument(contents: PackContents, book: BookWords, language: 'nl' | 'en'): Paper {
  const { report, bookName } = contents
  const { words, format } = book
  const title = fillWords(words.title, { year: report.year })
  const state = report.isClosed
    ? report.isAsClosed
      ? words.closed
      : words.closedDiffers
    : report.isOver
      ? words.open
      : fillWords(words.untilDay, { day: format.day(report.endDay) })
  return {
    title: `${title} - ${bookName}`,
    language,
    style,
    body: html`${heading(title, isolated(bookName))}<p>${state} ${contents.isChainWhole ? words.chainOk : words.chainBroken}</p>
${balance(contents, book)}${statements(contents, book)}${result(contents, book)}${dues(contents, book)}${openDues(contents, book)}${entries(contents, book)}${declaration(contents, book)}
<p class="foot">${fillWords(words.madeOn, { day: format.day(report.today) })}</p>`,
  }
}

// Entries are many and narrow; a line and a box are for a pen.
const style = `.entries { font-size: .85em } .page { break-before: page; margin-block-start: 0 }
.line { block-size: 9mm; border-block-end: .25mm solid #25221b } .sign { break-inside: avoid } .sign td { block-size: 12mm; border: .25mm solid #7d725f }`

function balance({ report, names }: PackContents, { words, places, format }: BookWords): Html {
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
    ...(begin.owedBackCents === 0 && end.owedBackCents === 0
      ? []
      : [line(words.owedBack, begin.owedBackCents, end.owedBackCents)]),
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
  const capital = line(words.capital, begin.capitalCents, end.capitalCents)
  return html`<h2>${words.balance}</h2>${amounts({ headings, rows, sum: capital })}${[...said, ...broughtIn].map(paragraph)}`
}

/** Per account whether the statements follow each other, and what is missing where they do not, by its days. */
function statements({ chains, names }: PackContents, { words, format }: BookWords): Html {
  const said = chains.flatMap(({ accountId, statements: own, gaps }) => {
    const account = names.account(accountId)
    const first = own.find(({ openCents }) => openCents !== null)
    const last = own.findLast(({ closeCents }) => closeCents !== null)
    if (own.length === 0) return [fillWords(words.chainNoFile, { account })]
    if (!first?.openDay || !last?.closeDay) return [fillWords(words.chainNoBalance, { account })]
    const wrong = own.filter(({ balanced }) => balanced === 0).length
    const filled = { account, count: own.length, from: format.day(first.openDay), to: format.day(last.closeDay) }
    return [
      ...(gaps.length === 0 ? [fillWords(words.chainWhole, filled)] : []),
      ...gaps.map((gap) =>
        fillWords(words.chainGap, {
          account,
          afterDay: format.day(gap.afterDay),
          afterAmount: format.amountExact(gap.afterCents),
          beforeDay: format.day(gap.beforeDay),
          beforeAmount: format.amountExact(gap.beforeCents),
        }),
      ),
      ...(wrong === 0 ? [] : [fillWords(words.chainUnbalanced, { account, count: wrong })]),
    ]
  })
  return html`${said.length > 0 && html`<h2>${words.chainTitle}</h2>`}${said.map(paragraph)}`
}

function result({ report }: PackContents, book: BookWords): Html {
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
    amount(
      rows.reduce<number | null>(
        (total, { budgetCents: cents }) => (cents === null ? total : (total ?? 0) + cents),
        null,
      ),
    ),
    amount(rows.reduce((total, { lastYearCents }) => total + lastYearCents, 0)),
  ]
  const headings = (name: string) => [
    name,
    fillWords(words.thisYear, { year: report.year }),
    words.budget,
    fillWords(words.lastYear, { year: report.year - 1 }),
  ]
  const left = report.resultCents < 0 ? words.short : words.over
  const kind = (name: string, total: string, rows: readonly ResultLine[]) =>
    amounts({ headings: headings(name), rows: rows.map(line), sum: sum(total, rows) })
  return html`<h2>${words.result}</h2>${kind(words.income, words.incomeTotal, of('income'))}
${kind(words.expenses, words.expenseTotal, of('expense'))}
<p><strong>${left}: ${format.amountExact(Math.abs(report.resultCents))}</strong></p>`
}

function dues({ report }: PackContents, book: BookWords): Html {
  const { words, format } = book
  const { lines, waivedCents, waivedEarlierCents, cents } = report.dues
  const rows: (readonly Piece[])[] = lines.map((line) => [
    fillWords(words.duesLine, {
      plan: line.planName ?? words.duesSheet,
      people: countedWords(words, 'duesPeople', line.people),
      months: countedWords(words, 'duesMonths', line.months),
      rate: fillWords(book.rate[line.rateMonths], { amount: format.amountExact(line.rateCents) }),
    }),
    format.amountExact(line.cents),
  ])
  if (waivedCents !== 0) rows.push([fillWords(words.waived, { year: report.year }), format.amountExact(-waivedCents)])
  if (waivedEarlierCents !== 0) rows.push([words.waivedEarlier, format.amountExact(-waivedEarlierCents)])
  const total = [fillWords(words.duesTotal, { year: report.year }), format.amountExact(cents)]
  return html`<h2>${words.duesTitle}</h2>${amounts({ headings: [words.what, words.amount], rows, sum: total })}`
}

function openDues({ report }: PackContents, { words, format }: BookWords): Html {
  const rows = report.openByAge.map(({ age, people, cents }) => [
    words[`age_${age}`],
    String(people),
    format.amountExact(cents),
  ])
  const headings = [words.what, words.people, words.amount]
  return html`<h2>${words.ageTitle}</h2>${rows.length === 0 ? paragraph(words.noneOpen) : amounts({ headings, rows })}`
}

function entries(contents: PackContents, book: BookWords): Html {
  const { words, format } = book
  const rows = contents.entries.map((entry) => [
    String(entry.number),
    html`<span class="keep">${format.day(entry.day, 'numeric')}</span>`,
    keptPiece(contents.names.account(entry.accountId)),
    keptPiece(contents.names.category(entry)),
    isolated(whatOf(entry, book)),
    contents.names.proof(entry),
    format.amountExact(entry.cents),
  ])
  const headings = [words.number, words.day, words.place, words.category, words.who, words.proof, words.amount]
  const list =
    rows.length === 0
      ? paragraph(words.noEntries)
      : html`<div class="entries">${table({ headings, rows, numbers: [6] })}</div>`
  return html`<h2 class="page">${words.entriesTitle}</h2>${list}`
}

function declaration({ report, bookName }: PackContents, { words }: BookWords): Html {
  const columns = [words.signName, words.signDay, words.sign]
  const signatures = (rows: number) =>
    html`<table class="sign"><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${Array.from({ length: rows }, () => html`<tr><td></td><td></td><td></td></tr>`)}</tbody></table>`
  const filled = { name: bookName, year: report.year }
  return html`<h2 class="page">${words.declarationTitle}</h2>${paragraph(fillWords(words.declaration, filled))}${paragraph(words.declarationResult)}
${Array.from({ length: 4 }, () => html`<div class="line"></div>`)}<h2>${words.dischargeTitle}</h2>${paragraph(fillWords(words.discharge, filled))}${signatures(2)}
<h2>${words.signBoard}</h2>${signatures(4)}`
}

/** A table that holds amounts in all columns but the first. */
const amounts = (of: PaperTable): Html => table({ ...of, numbers: of.headings.map((_heading, at) => at).slice(1) })

const paragraph = (words: string) => html`<p>${words}</p>
`
