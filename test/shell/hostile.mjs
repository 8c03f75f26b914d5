// Addresses that people have used to get out of a shell like ours.

export const hostileAddresses = [
  'https://evil.example/',
  'http://localhost/',
  'http://127.0.0.1:8080/',
  'http://169.254.169.254/latest/meta-data/',
  'https://buurtboek/',
  'https://app.buurtboek/',
  'file:///etc/passwd',
  'file://buurtboek/etc/passwd',
  'app://buurtboek.evil.example/',
  'app://evil/index.html',
  'app://buurtboek@evil.example/',
  'app://user@buurtboek/',
  'app://user:secret@buurtboek/',
  'app://buurtboek:8080/',
  'app://BUURTBOEK.evil/',
  'app:buurtboek/index.html',
  'app:///buurtboek/',
  'apps://buurtboek/',
  'app-x://buurtboek/',
  'xapp://buurtboek/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.example/0c0f',
  'blob:null/0c0f',
  'about:blank',
  'about:srcdoc',
  'chrome://gpu',
  'chrome-extension://abcdef/index.html',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://buurtboek/',
  'filesystem:app://buurtboek/temporary/x',
  'ftp://evil.example/',
  'ws://evil.example/',
  'smb://evil.example/share',
  '\\\\evil.example\\share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\evil.example',
  'mailto:someone@example.invalid',
  'tel:0610002200',
  '',
]

/** At least 200 ways to ask for a file outside the built window. */
export function traversals() {
  const ups = [
    '..',
    '%2e%2e',
    '.%2e',
    '%2e.',
    '..%2f',
    '..%5c',
    '%2e%2e%2f',
    '%252e%252e',
    '....',
    '..;',
    '..%00',
    '%c0%ae%c0%ae',
    '．．',
    '..\\',
    '.../',
  ]
  const targets = [
    'etc/passwd',
    'package.json',
    'main/index.js',
    'preload/index.cjs',
    'Windows/win.ini',
    'boek.db',
    'app.asar/package.json',
  ]
  const separators = ['/', '%2f', '\\', '%5c']
  const made = new Set()
  for (const up of ups) {
    for (const separator of separators) {
      for (const target of targets) made.add(`/${[up, up, up].join(separator)}${separator}${target}`)
      made.add(`/assets/${up}${separator}${up}${separator}main/index.js`)
    }
  }
  for (const target of targets)
    made.add(`//${target}`).add(`/./${target}`).add(`/index.html/../../${target}`).add(`/${target}%00.html`)
  return [...made]
}
