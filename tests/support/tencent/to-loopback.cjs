// Loaded before the platform's own tools: every HTTPS request goes to LOOPBACK_PORT instead, with the host it was for.
const http = require('node:http')
const https = require('node:https')

https.request = (first, second, third) => {
  const url = typeof first === 'string' ? new URL(first) : first
  const asked =
    url instanceof URL
      ? { hostname: url.hostname, path: url.pathname + url.search, ...(typeof second === 'object' ? second : {}) }
      : { ...first }
  const headers = { ...asked.headers, 'x-asked-host': asked.hostname ?? asked.host }
  const port = Number(process.env.LOOPBACK_PORT)
  const there = {
    ...asked,
    headers,
    port,
    protocol: 'http:',
    host: '127.0.0.1',
    hostname: '127.0.0.1',
    agent: undefined,
  }
  return http.request(there, typeof second === 'function' ? second : third)
}
