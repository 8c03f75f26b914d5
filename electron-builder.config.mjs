// How the app is packaged. Overrides come by the environment:
//   STUB_ELECTRON=<dir>           package against a stand-in Electron folder, to see what goes into the app where no Electron can be had
//   PACKAGE_OUT=<dir>             where the result goes
//   BUURTBOEK_UPDATE_URL=<https>  where new versions will be published; without it the app never looks for one
//   BUURTBOEK_PUBLISHER=<name>    who signs the Windows installer; without it a Windows copy only links to new versions
//   BUURTBOEK_HOMEPAGE=<https>    named in the deb package, which is made only when it is known
const {
  STUB_ELECTRON: stub,
  PACKAGE_OUT,
  BUURTBOEK_UPDATE_URL: updateUrl,
  BUURTBOEK_PUBLISHER: publisher,
  BUURTBOEK_HOMEPAGE: homepage,
} = process.env

/**
 * All fuses of Electron but wasmTrapHandlers, which stays as it is. scripts/check-fuses.mjs reads them back.
 * Flipped before signing, by electron-builder itself.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

// The whole list per platform: a platform's own `files` of refusals alone would mean "everything but", sources included.
// Not ${platform}: that macro names the machine that builds, not the one built for.
const files = (platform) => [
  'out/{main,preload,renderer}/**',
  'package.json',
  'LICENSE',
  '!out/**/*.map',
  // Browser mode is for machines without Electron.
  '!out/main/host.js',
  '!node_modules/better-sqlite3/{deps,src,build,binding.gyp}',
  '!node_modules/node-addon-api',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
]

export default {
  appId: 'nl.buurtboek.app',
  productName: 'Buurtboek',
  ...(homepage ? { extraMetadata: { homepage } } : {}),
  directories: { output: PACKAGE_OUT ?? 'dist' },
  asarUnpack: ['**/*.node'],
  // better-sqlite3 is N-API and brings its prebuilt binaries; there is nothing to rebuild.
  npmRebuild: false,
  icon: 'resources/icons/icon.png',
  artifactName: 'Buurtboek-${version}-${os}-${arch}.${ext}',
  linux: {
    target: homepage ? ['AppImage', 'deb'] : ['AppImage'],
    category: 'Office',
    maintainer: 'Buurtboek',
    files: files('linux'),
  },
  // Left to itself electron-builder starts an AppImage with --no-sandbox.
  appImage: { executableArgs: [] },
  win: {
    target: ['nsis'],
    files: files('win32'),
    ...(publisher ? { signtoolOptions: { publisherName: publisher } } : {}),
  },
  // deleteAppDataOnUninstall stays off: it would take the association's book with the program.
  nsis: { oneClick: false, perMachine: false, language: '1043', deleteAppDataOnUninstall: false },
  mac: { target: ['dmg', 'zip'], category: 'public.app-category.productivity', files: files('darwin') },
  publish: updateUrl ? { provider: 'generic', url: updateUrl } : null,
  ...(stub ? { electronDist: stub } : { electronFuses: fuses }),
}
