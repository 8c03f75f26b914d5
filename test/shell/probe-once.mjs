// node --import ./test/shell/register.mjs test/shell/probe-once.mjs <out folder> <what> <types of Electron>: the facts as one line
// of JSON.
import { probe } from './probe.mjs'

const facts = await probe(process.argv[3] ?? 'shell')
process.stdout.write(`FACTS ${JSON.stringify(facts)}\n`, () => process.exit(0))
