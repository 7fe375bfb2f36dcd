import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../support/server'

const home = mkdtempSync(join(tmpdir(), 'site-'))
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(home, 'h5', 'js'), { recursive: true })
  writeFileSync(join(home, 'h5', 'index.html'), '<!doctype html><title>八分钟</title>')
  writeFileSync(join(home, 'h5', 'js', 'app.1a2b3c4d.js'), `console.log('${'x'.repeat(5000)}')`)
  writeFileSync(join(home, 'h5', 'js', 'app.js'), 'console.log(1)')
  writeFileSync(join(home, 'secret.txt'), 'secret')
  server = await startServer({ site: join(home, 'h5') })
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true })
})

/** As written: `fetch` would tidy the path before it is sent. */
const rawGet = (path: string) =>
  new Promise<{ status?: number; body: string }>((done, fail) => {
    const { port } = new URL(server.url)
    request({ host: '127.0.0.1', port, path }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => done({ status: response.statusCode, body }))
    })
      .on('error', fail)
      .end()
  })

describe('the web pages', () => {
  it('asks each time for the page, and gets no second copy of the same', async () => {
    const page = await fetch(`${server.url}/`)
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>八分钟</title>'])
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const etag = page.headers.get('etag') ?? ''
    expect((await fetch(`${server.url}/`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(`${server.url}/js/app.js`)).headers.get('cache-control')).toBe('no-cache')
  })

  it('keeps what has its hash in its name, and sends it small', async () => {
    const script = await fetch(`${server.url}/js/app.1a2b3c4d.js`)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await script.text()).length).toBeGreaterThan(5000)
  })

  it.each([
    '/../secret.txt',
    '/js/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/js/..%5c..%5csecret.txt',
    '//../secret.txt',
    '/./../secret.txt',
    '/%00/secret.txt',
  ])('does not leave its folder by %s', async (path) => {
    const { status, body } = await rawGet(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('secret')
  })

  it('answers what is not there in the envelope', async () => {
    const { status, body } = await server.http('GET', '/js/gone.js')
    expect([status, body]).toMatchObject([404, { refused: 'path.not-found' }])
  })
})
