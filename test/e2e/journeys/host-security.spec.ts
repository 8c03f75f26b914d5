// Browser mode against a hostile neighbour: other pages in the same browser, other programs, and what gets into the page.
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { expect, test } from '../support/fixtures.ts'

// Nothing gets in, so all of it may be tried at one window. Refused requests show up in the console; that is the point here.
test.use({ looksOnly: true, allowedProblems: /./ })

test.describe('a page of another origin in the same browser', () => {
  test('can call, read and send nothing, though its requests carry the cookie', async ({ page }) => {
    await notebook(page).open('/')
    const ours = new URL(page.url()).origin
    const evil = await servePage('<!doctype html><title>evil</title>')
    const attacker = await page.context().newPage()
    await attacker.goto(evil.url)

    const results = await attacker.evaluate(tryEverything, ours)
    // The control: the very same code reaches everything when it runs on our own page.
    const control = await page.evaluate(tryEverything, ours)

    expect(results).toEqual({
      call: 'refused',
      callAsForm: 'refused',
      upload: 'refused',
      read: 'refused',
      events: 'refused',
      script: 'refused',
      frame: 'refused',
    })
    expect(control).toMatchObject({ call: 200, read: 200, events: 'open', script: 'loaded' })
    await evil.close()
  })

  test('cannot make a call by a form that the browser sends by itself', async ({ page }) => {
    const ours = new URL(page.url()).origin
    const evil = await servePage(
      `<!doctype html><form method="post" action="${ours}/call" enctype="text/plain"><input name='{"method":"books.create","input":"' value='"}'></form>`,
    )
    const attacker = await page.context().newPage()
    await attacker.goto(evil.url)
    const [response] = await Promise.all([
      attacker.waitForResponse(`${ours}/call`),
      attacker.evaluate(() => document.forms[0]?.submit()),
    ])
    expect(response.status()).toBe(403)
    await evil.close()
  })

  test('a name that was made to point at this computer is refused', async ({ page }) => {
    const { port, host } = new URL(page.url())
    const cookie = await cookieHeader(page)
    expect(await statusOf(port, { Host: `evil.example:${port}`, Cookie: cookie })).toBe(421)
    expect(await statusOf(port, { Host: `localhost:${port}`, Cookie: cookie })).toBe(421)
    expect(await statusOf(port, { Host: host, Cookie: cookie })).toBe(200)
  })
})

test.describe('another program on this computer', () => {
  test('gets nothing without the cookie, and the address that was used is worth nothing', async ({ page, browser }) => {
    const { port, host } = new URL(page.url())
    expect(await statusOf(port, { Host: host })).toBe(403)
    const stranger = await browser.newContext()
    const response = await (await stranger.newPage()).goto(page.url())
    expect(response?.status()).toBe(403)
    await stranger.close()
  })

  test('the cookie is out of reach of scripts', async ({ page }) => {
    const [cookie, ...others] = await page.context().cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', domain: '127.0.0.1' })
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })
})

test.describe('what gets into the page', () => {
  test('runs no script that did not come with the app', async ({ page }) => {
    await notebook(page).open('/')
    const ran = await page.evaluate(async () => {
      const marks: string[] = []
      Reflect.set(window, 'mark', (name: string) => marks.push(name))
      const box = document.body.appendChild(document.createElement('div'))
      box.innerHTML = `<img src="data:," onerror="mark('handler')"><svg onload="mark('svg')"></svg><a id="a" href="javascript:mark('link')">x</a>`
      box.querySelector<HTMLElement>('#a')?.click()
      const inline = document.createElement('script')
      inline.textContent = "mark('inline')"
      box.append(inline)
      for (const source of ["data:text/javascript,mark('data')", 'https://evil.example/x.js']) {
        const script = document.createElement('script')
        script.src = source
        box.append(script)
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
      // After the pause: code that the test puts into the page itself may use eval until its first await.
      try {
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
        eval("mark('eval')")
      } catch {}
      // The control: the mark itself works.
      Reflect.get(window, 'mark')('control')
      box.remove()
      return marks
    })
    expect(ran).toEqual(['control'])
  })

  test('can send nothing away and load nothing from elsewhere', async ({ page }) => {
    await notebook(page).open('/')
    const evil = await servePage('collected')
    const sent = await page.evaluate(async (target) => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'sent',
          () => 'refused',
        )
      const image = new Image()
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve
        image.onerror = reject
      })
      image.src = `${target}/x.png`
      const stopped = new Promise<'refused'>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === 'form-action') resolve('refused')
        })
      })
      const result = { fetch: await outcome(fetch(target, { mode: 'no-cors' })), image: await outcome(loaded) }
      const form = document.body.appendChild(document.createElement('form'))
      form.action = target
      form.submit()
      // A form that is sent takes the page away with it, and fails this; so does one of which nothing is heard.
      const silence = new Promise<'nothing was heard'>((resolve) => {
        setTimeout(() => resolve('nothing was heard'), 10_000)
      })
      return { ...result, form: await Promise.race([stopped, silence]) }
    }, evil.url)
    expect(sent).toEqual({ fetch: 'refused', image: 'refused', form: 'refused' })
    expect(evil.visits()).toEqual([])
    await evil.close()
  })
})

/** Runs inside a page: what it can get from `ours`. */
async function tryEverything(ours: string) {
  const status = (promise: Promise<Response>) =>
    promise.then(
      (response) => (response.type === 'opaque' ? 'opaque' : response.status),
      () => 'refused',
    )
  const body = JSON.stringify({ method: 'books.status', input: {} })
  const element = (tag: 'script' | 'iframe', ended: (loaded: boolean, made: HTMLElement) => string) =>
    new Promise<string>((resolve) => {
      const made = document.createElement(tag)
      made.onload = () => resolve(ended(true, made))
      made.onerror = () => resolve(ended(false, made))
      made.setAttribute('src', tag === 'script' ? script : `${ours}/`)
      document.body.append(made)
    })
  const page = await fetch(`${ours}/`, { credentials: 'include' })
    .then((response) => response.text())
    .catch(() => '')
  const script = `${ours}${/src="(?<src>[^"]+\.js)"/.exec(page)?.groups?.src ?? '/assets/unknown.js'}`
  return {
    call: await status(
      fetch(`${ours}/call`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json' },
        credentials: 'include',
      }),
    ),
    callAsForm: await status(fetch(`${ours}/call`, { method: 'POST', body, mode: 'no-cors', credentials: 'include' })),
    upload: await status(
      fetch(`${ours}/files?name=x`, {
        method: 'POST',
        body: 'x',
        headers: { 'Content-Type': 'application/octet-stream' },
        credentials: 'include',
      }),
    ),
    read: await status(fetch(`${ours}/`, { credentials: 'include' })),
    events: await new Promise<string>((resolve) => {
      const source = new EventSource(`${ours}/events`, { withCredentials: true })
      source.onopen = () => resolve('open')
      source.onerror = () => resolve('refused')
      setTimeout(() => source.close(), 2000)
    }),
    script: await element('script', (loaded) => (loaded ? 'loaded' : 'refused')),
    frame: await element('iframe', (_loaded, made) =>
      // A refused frame shows an error page of the browser's own, which nobody may read either.
      made instanceof HTMLIFrameElement && made.contentDocument?.title === 'Buurtboek' ? 'loaded' : 'refused',
    ),
  }
}

async function servePage(html: string) {
  const visits: string[] = []
  const server = createServer((request, response) => {
    // A page that is opened asks for an icon by itself; that is no visit of ours.
    if (request.headers['sec-fetch-dest'] !== 'document' && request.url !== '/favicon.ico')
      visits.push(request.url ?? '')
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on a TCP port always leaves an AddressInfo.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    visits: () => visits,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function cookieHeader(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

function statusOf(port: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: '/', headers, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end()
  })
}
