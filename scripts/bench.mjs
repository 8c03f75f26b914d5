// npm run bench: speed as a ratio to the least honest work measured in the same run.
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build-if-needed.mjs'
import { printResults } from './results.mjs'

buildIfNeeded()
await printResults(fileURLToPath(new URL('../test/bench', import.meta.url)), process.argv.slice(2))
