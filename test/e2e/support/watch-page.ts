import type { Page } from '@playwright/test'

/**
 * Writes down what no journey may cause: errors in the console, exceptions nobody caught, breaches of the content
 * security policy, and any request that leaves our own origin.
 */
export async function watchPage(page: Page, problems: string[], origin: string): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    const isOurs = `${protocol}//${host}` === origin || protocol === 'data:' || protocol === 'blob:'
    if (!isOurs) problems.push(`request left the app: ${protocol}//${host}`)
  })
  await page.exposeFunction('reportPolicyBreach', (breach: string) => problems.push(`policy: ${breach}`))
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = Reflect.get(window, 'reportPolicyBreach')
        report(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`)
      },
    )
  })
}
