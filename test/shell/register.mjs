// node --import ./test/shell/register.mjs: whoever imports or requires 'electron' gets the stand-in.
import { registerHooks } from 'node:module'

const standIn = new URL('./fake-electron.mjs', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
