// node --import ./test/shell/register.mjs: whoever imports or requires 'electron' gets the stand-in. What is imported with a mark at
// its address (?shell=3) passes the mark on, so that each of many shells in one process has modules and a stand-in of its own; but
// for chunks of the build, which are large and keep nothing of a shell.
import { registerHooks } from 'node:module'

const standIn = new URL('./fake-electron.mjs', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)
    const mark = /\?shell=\d+$/.exec(context.parentURL ?? '')?.[0]
    const isOwn = found.url.startsWith('file:') && !/\/(?:node_modules|chunks)\//.test(found.url)
    return mark && isOwn && !found.url.endsWith(mark) ? { ...found, url: found.url + mark } : found
  },
})
