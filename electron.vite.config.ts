import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** fflate (in the spreadsheet libraries) declares a `require` of its own, and electron-vite's prelude declares one too. */
const renameRequireOfFflate = {
  name: 'rename-require-of-fflate',
  transform: (code: string, id: string) =>
    /\/fflate\/esm\/index\.mjs$/.test(id)
      ? {
          code: code
            .replace("var require = createRequire('/')", "var fflateRequire = createRequire('/')")
            .replace("(_a = require('worker_threads')", "(_a = fflateRequire('worker_threads')"),
          // No line moves.
          map: null,
        }
      : undefined,
}

/** Every screen has an address of its own, and the page must find its files from each; electron-vite's own base is './'. */
const absoluteAddresses = { name: 'absolute-addresses', enforce: 'post' as const, config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    plugins: [renameRequireOfFflate],
    define: {
      __APP_VERSION__: JSON.stringify(version),
      // Not a secret: the public half of the key that releases are signed with. A build without it only links to new versions.
      __UPDATE_KEY__: JSON.stringify(process.env.BUURTBOEK_UPDATE_KEY ?? ''),
    },
    build: {
      // "dependencies" of package.json stay outside the bundle: that is the native module, and nothing else.
      externalizeDeps: true,
      sourcemap: true,
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          backend: 'electron/main/backend-entry.ts',
          host: 'electron/host/index.ts',
          'parse-worker': 'electron/backend/import/parse-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // The page is also opened at the address of a screen, e.g. /mensen/3f2a: its files are found from the top.
    base: '/',
    publicDir: '../resources/icons',
    plugins: [react(), absoluteAddresses],
    build: {
      minify: true,
      // Both would put code or images inside the page or the style sheets, which the Content-Security-Policy refuses.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
