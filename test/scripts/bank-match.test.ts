// The command as somebody else's program meets it: JSON lines out, JSON lines in.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../scripts/bank-match.mjs', import.meta.url))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bank-match-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const member = { no: 7, first: 'Ria', initials: 'R.', prefix: 'van', surname: 'Dam', household: 'A', dueCents: 1000 }
const line = { id: 'a', date: '2026-01-05', cents: 1000, iban: 'NL01BANK0000000001', name: 'R van Dam', desc: '' }

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(files))
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(value))
}

async function play(input: string) {
  const child = spawn(process.execPath, [command, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  let out = ''
  let problems = ''
  child.stdout.on('data', (bytes) => {
    out += String(bytes)
  })
  child.stderr.on('data', (bytes) => {
    problems += String(bytes)
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise((resolve) => child.on('close', resolve))
  const months = out
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text))
  return { code, months, problems }
}

test('months come out in order although the lines are not sorted, and what was confirmed is learnt', async () => {
  const later = { ...line, id: 'b', date: '2026-03-05', name: 'Iemand Anders' }
  write({ members: [member], mandates: [], transactions: [later, line] })
  const answer = { confirmed: [{ id: 'a', allocations: [{ memberNo: 7, cents: 1000 }] }] }
  const { code, months } = await play(`${JSON.stringify(answer)}\n{"confirmed": []}\n`)
  expect(code).toBe(0)
  expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-03'])
  expect(months[0].decisions[0]).toMatchObject({
    id: 'a',
    kind: 'suggested',
    allocations: [],
    suggestions: [[{ memberNo: 7, cents: 1000 }]],
  })
  expect(months[1].decisions[0]).toMatchObject({ id: 'b', kind: 'auto', allocations: [{ memberNo: 7, cents: 1000 }] })
  expect(months[1].decisions[0].reason).toMatch(/^Zeker, want .+\.$/)
})

test('when nobody answers the rest is decided all the same', async () => {
  write({ members: [member], transactions: [line, { ...line, id: 'b', date: '2026-02-05' }] })
  const { code, months } = await play('')
  expect(code).toBe(0)
  expect(months).toHaveLength(2)
})

test('fields that are missing and answers that are none change nothing else', async () => {
  write({
    members: [{ no: 7, surname: 'Dam', dueCents: 1000 }],
    mandates: [{ member: 7, mandate: 'M7', dueCents: 1000 }],
    transactions: [
      { id: 'a', date: '2026-01-05', cents: 1000 },
      { id: 'b', date: '2026-02-02', cents: 1000, pmtInfId: 'INC-2' },
      { id: 'c', date: '2026-02-09', cents: -1000, mandate: 'M7', ret: 'AM04' },
      { id: 'd', date: '2026-02-10', cents: -500 },
    ],
  })
  const { code, months } = await play('no answer\n{"confirmed": 3}\n')
  expect(code).toBe(0)
  const kinds = months.flatMap(({ decisions }) => decisions.map((decision: { kind: string }) => decision.kind))
  expect(kinds).toEqual(['other', 'batch', 'return', 'other'])
  expect(months[1].decisions[1].allocations).toEqual([{ memberNo: 7, cents: -1000 }])
})

test('a folder without members ends with what is wrong', async () => {
  const { code, problems } = await play('')
  expect(code).toBe(1)
  expect(problems).toContain('members.json')
})
