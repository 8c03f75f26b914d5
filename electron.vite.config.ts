import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build } from 'vite'

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

/** The numbering plans of the world are data: as one text they cost a start nothing, as a JavaScript literal they are compiled each time. */
const numberingPlansAsText = {
  name: 'numbering-plans-as-text',
  transform: (code: string, id: string) => {
    const literal = /libphonenumber-js\/metadata\.max\.json\.js$/.test(id)
      ? /export default (\{[\s\S]*\})/.exec(code)?.[1]
      : undefined
    return literal ? { code: `export default JSON.parse(${JSON.stringify(literal)})`, map: null } : undefined
  },
}

/** Every screen has an address of its own, and the page must find its files from each; electron-vite's own base is './'. */
const absoluteAddresses = { name: 'absolute-addresses', enforce: 'post' as const, config: () => ({ base: '/' }) }

/**
 * The first questions as a script by itself: as one more entry it would share pieces with the window's script, and wait for that.
 * It stands before all else in the page and runs as soon as it is there.
 */
function firstQuestionsScript() {
  let fileName = ''
  return {
    name: 'first-questions-script',
    async buildStart(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => string }) {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          minify: true,
          rollupOptions: { input: 'renderer/first-questions/index.ts', output: { format: 'es' } },
        },
      })
      // One input and no watching: an output with one script.
      const { code } = (built as unknown as { output: [{ code: string }] }).output[0]
      fileName = `assets/first-questions-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName, source: code })
    },
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'module', async: true, src: `/${fileName}` },
        injectTo: 'head-prepend' as const,
      },
    ],
  }
}

/** The backend itself, and the areas that a window asks first; the others are read when they are asked for something. */
const startModules =
  /electron\/backend\/(?:create-backend|books\/book-handlers|preferences\/preference-handlers|members\/members-handlers|overview\/overview-handlers|history\/history-handlers|sync\/sync-handlers)\.ts$/

export default defineConfig({
  main: {
    plugins: [renameRequireOfFflate, numberingPlansAsText],
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
        // Shapes that a table shares with its contract come with the table, and that is meant so.
        checks: { ineffectiveDynamicImport: false },
        input: {
          index: 'electron/main/index.ts',
          backend: 'electron/main/backend-entry.ts',
          host: 'electron/host/index.ts',
          'parse-worker': 'electron/backend/import/parse-worker.ts',
          'folder-worker': 'electron/backend/sync/folder/folder-worker.ts',
        },
        output: {
          codeSplitting: {
            groups: [
              // What the two small programs beside it read must not draw in the rest.
              { name: 'folder', test: /folder-tasks\.ts$/, priority: 3 },
              { name: 'parsing', test: /parse-worker\.ts$/, priority: 2 },
              // What the first screens ask for comes in one piece: looking for a file takes longer than reading one.
              { name: 'start', test: startModules, priority: 1 },
            ],
          },
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
    plugins: [react(), absoluteAddresses, firstQuestionsScript()],
    build: {
      minify: true,
      // Both would put code or images inside the page or the style sheets, which the Content-Security-Policy refuses.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One style sheet and, for everything the first screen needs, one script: each file more is one more question to wait for.
      cssCodeSplit: false,
      // That script is larger than the bundler likes; its goal is measured (npm run bench), compressed.
      chunkSizeWarningLimit: 1000,
      rollupOptions: {
        input: 'renderer/index.html',
        output: { codeSplitting: { groups: [{ name: 'first', test: /renderer\/main\.tsx$/ }] } },
      },
    },
  },
})
