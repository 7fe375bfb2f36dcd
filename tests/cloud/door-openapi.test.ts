import { describe, expect, it } from 'vitest'
import { actions } from '@/contract/actions'
import { roles } from '@/domain/decider'
import { openapi } from '../../cloudfunctions/server/openapi'

type Operation = {
  operationId: string
  summary: string
  'x-roles'?: string[]
  security: Record<string, string[]>[]
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { description: string }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
// As it goes over the wire.
const text = JSON.stringify(openapi())
const document = JSON.parse(text) as Document
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every action in it, each with its roles', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    for (const [name, { summary }] of Object.entries(actions)) {
      const operation = document.paths[`/api/${name}`]?.post
      expect(operation, name).toMatchObject({ operationId: name, summary })
      expect(operation?.['x-roles']?.length, name).toBeGreaterThan(0)
      for (const role of operation?.['x-roles'] ?? []) expect(roles).toContain(role)
    }
  })

  it('describes each reply, the refusals too, and names no operation twice', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, operation } of operations) {
      expect(operation.summary, path).toBeTruthy()
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status, path).toMatch(/^[1-5]\d\d$/)
        expect(response.description, path).toBeTruthy()
      }
      if (path.startsWith('/api/'))
        expect(Object.keys(operation.responses)).toEqual([
          '200',
          '400',
          '401',
          '403',
          '404',
          '409',
          '422',
          '429',
          '500',
        ])
    }
  })

  it('refers only to what it contains, and declares every parameter of a path', () => {
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(name ?? '')
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/)
    for (const { path, operation } of operations)
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect(operation).toMatchObject({ parameters: [expect.objectContaining({ name, in: 'path', required: true })] })
  })

  it('says what an action takes, as far as a schema can say it', () => {
    const schemaOf = (name: string) =>
      document.paths[`/api/${name}`]?.post?.requestBody?.content['application/json']?.schema
    expect(schemaOf('matter.track')).toEqual({
      type: 'object',
      properties: { code: { type: 'string', minLength: 1, maxLength: 40 } },
      required: ['code'],
    })
    expect(schemaOf('aid.submit')).toMatchObject({
      properties: { route: { enum: ['promise', 'proof'] }, requestId: { type: 'string' } },
      required: expect.arrayContaining(['for', 'applicant', 'where', 'requestId']),
    })
  })

  it('asks no session of what visitors may do', () => {
    expect(document.paths['/api/matter.track']?.post?.security).toContainEqual({})
    expect(document.paths['/api/aid.grant']?.post?.security).toEqual([{ session: [] }])
  })
})
