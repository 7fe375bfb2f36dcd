import { describe, expect, it } from 'vitest'
import { onDuty } from './question-given'

describe('the other language', () => {
  it('anybody may have the reviewed sentences, and whoever has them already is told so in a word', async () => {
    const server = await onDuty('09:00:00')
    const table = await server.api(undefined, 'language.table', {})
    expect(table.rows).toBeDefined()
    expect(table.version).toMatch(/^[0-9a-f]{12}$/)
    expect(await server.api(undefined, 'language.table', { version: table.version })).toEqual({
      version: table.version,
    })
    expect((await server.api(undefined, 'language.table', { version: 'an-older-one' })).rows).toEqual(table.rows)
  })
})
