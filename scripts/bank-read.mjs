// npm run bank:read -- FILE: reads a bank file as Buurtboek does and prints what it says, as one line of JSON. For trying files
// of banks that are not known here yet. A refused file gives its reason in Dutch on standard error, and exit code 1.
import './require-node.mjs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readBankFile } from '../electron/backend/bank-files/read-bank-file.ts'
import { RuleBroken } from '../electron/backend/rule-broken.ts'

const [file, ...others] = process.argv.slice(2)
if (!file || others.length > 0) {
  console.error('npm run bank:read -- FILE')
  process.exit(2)
}

try {
  // npm runs scripts in the project's folder; the user's own folder is what a relative path is meant from.
  const read = readBankFile(readFileSync(path.resolve(process.env.INIT_CWD ?? '.', file)))
  console.log(JSON.stringify(read.delimiter === null ? statementsOf(read) : transactionsOf(read)))
} catch (error) {
  console.error(error instanceof RuleBroken ? inDutch(error) : `Dit bestand kan niet worden geopend: ${error.message}`)
  process.exit(1)
}

function statementsOf({ format, statements }) {
  const entries = statements.flatMap((statement) => statement.entries)
  return {
    format,
    statements: statements.length,
    entries: entries.length,
    ...sumsOf(entries),
    // Left out of the JSON where the file has no such balance.
    openCents: statements[0]?.openCents ?? undefined,
    closeCents: statements.at(-1)?.closeCents ?? undefined,
    statementsNotBalancing: statements.filter(({ balanced }) => balanced === false).length,
    detail: statements.map((statement) => ({
      account: statement.account,
      currency: statement.currency,
      open: statement.openCents,
      close: statement.closeCents,
      balanced: statement.balanced,
      entries: statement.entries.map(entryOf),
    })),
  }
}

function transactionsOf({ format, encoding, delimiter, statements }) {
  const entries = statements.flatMap((statement) => statement.entries)
  return { format, encoding, delimiter, rows: entries.length, ...sumsOf(entries), transactions: entries.map(rowOf) }
}

function sumsOf(entries) {
  const sum = (cents) => cents.reduce((total, each) => total + each, 0)
  const amounts = entries.map(({ cents }) => cents)
  return { creditCents: sum(amounts.filter((each) => each > 0)), debitCents: sum(amounts.filter((each) => each < 0)) }
}

function entryOf(entry) {
  const { cents, isReversal, bookDay, valueDay, code, batchRef, batchCount, items } = entry
  const batch = batchRef === null && batchCount === null ? null : { n: batchCount, pmtInfId: batchRef }
  return withoutEmpty({
    amount: cents,
    reversal: isReversal || null,
    bookDate: bookDay,
    valueDate: valueDay,
    code,
    batch,
    ...saidIn(entry),
    tx: items.length > 0 ? items.map((item) => withoutEmpty({ amount: item.cents, ...saidIn(item) })) : null,
  })
}

function rowOf(entry) {
  const { bookDay, cents, code, bankRef, batchRef } = entry
  return withoutEmpty({ date: bookDay, cents, ...saidIn(entry), code, seq: bankRef, batch: batchRef })
}

function saidIn({ counterName, counterIban, endToEndId, mandateRef, structuredRef, refIssuer, text, returnCode }) {
  return {
    cpName: counterName,
    cpIban: counterIban,
    e2e: endToEndId,
    mandate: mandateRef,
    ref: structuredRef,
    refIssuer,
    remit: text,
    ret: returnCode,
  }
}

function withoutEmpty(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
}

function inDutch({ code, details }) {
  const words = JSON.parse(readFileSync(new URL('../resources/locales/nl/errors.json', import.meta.url), 'utf8'))
  return words[code].replace(/\{\{(\w+)\}\}/g, (_, name) => details[name])
}
