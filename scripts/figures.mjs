// npm run figures: what the promises are proven by, each with a control that must fail.
import { fileURLToPath } from 'node:url'
import { printResults } from './results.mjs'

await printResults(fileURLToPath(new URL('../test/figures', import.meta.url)), process.argv.slice(2))
