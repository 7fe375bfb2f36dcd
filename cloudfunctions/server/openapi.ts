import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { actions } from '@/contract/actions'
import { rolesOf } from '@/domain/permission'

type Json = Record<string, unknown>
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const text: Json = { type: 'string' }
const object = (properties: Json, required = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  required,
})
const json = (schema: Json, description: string): Json => ({ description, content: { 'application/json': { schema } } })

const schemas: Json = {
  Instant: { ...text, pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+08:00$' },
  Answered: object({ ok: { const: true }, value: {}, now: ref('Instant') }),
  Invalid: object({
    ok: { const: false },
    now: ref('Instant'),
    invalid: { type: 'array', items: object({ field: text, code: text, message: text }) },
  }),
  Refused: object(
    { ok: { const: false }, now: ref('Instant'), refused: text, message: text, detail: { type: 'object' } },
    ['ok', 'now', 'refused', 'message'],
  ),
  Fault: object({ ok: { const: false }, now: ref('Instant'), fault: { ...text, description: 'trace id' } }),
}

const responses: Json = {
  400: json(ref('Invalid'), 'Something in the input is wrong; each field is named'),
  401: json(ref('Refused'), 'session.missing, session.expired'),
  403: json(ref('Refused'), 'permission.role: the acting role never has this action'),
  404: json(ref('Refused'), 'Not there, or not yours'),
  409: json(ref('Refused'), 'Somebody was first: matter.changed, matter.busy, request.reused'),
  422: json(ref('Refused'), 'A rule said no'),
  429: json(ref('Refused'), 'throttle.wait, throttle.files, with detail.seconds'),
  500: json(ref('Fault'), 'A fault, logged under its trace id'),
}

/** The OpenAPI 3.1 description, made from the same schemas the door checks with; it cannot say another thing. */
export function openapi(): Json {
  const paths = Object.entries(actions).map(([name, action]) => [`/api/${name}`, { post: operation(name, action) }])
  return {
    openapi: '3.1.0',
    info: {
      title: '八分钟法律服务圈',
      version: '1.0.0',
      description: 'Every action is POST /api/{kind}.{verb} with a JSON body; every reply is one envelope.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries([...paths, ...otherPaths]),
    components: { schemas, securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  }
}

function operation(
  name: string,
  { input, kind, summary }: { input: GenericSchema; kind: string; summary: string },
): Json {
  const roles = rolesOf(name)
  return {
    operationId: name,
    summary,
    tags: [name.split('.')[0]],
    'x-roles': roles,
    'x-kind': kind,
    security: roles.includes('visitor') ? [{}, { session: [] }] : [{ session: [] }],
    requestBody: { required: true, content: { 'application/json': { schema: inputSchema(input) } } },
    responses: { 200: json(ref('Answered'), 'Done; `value` is the page'), ...responses },
  }
}

// What JSON Schema cannot say (a checksum, a trim) is left out: the description is then wider than the check, never stricter.
function inputSchema(input: GenericSchema): Json {
  const { $schema, ...schema } = toJsonSchema(input, {
    errorMode: 'ignore',
    typeMode: 'input',
    target: 'draft-2020-12',
  })
  return schema as Json
}

const fileIdIn = [{ name: 'fileId', in: 'path', required: true, schema: text }]
const form = { type: 'object', properties: { file: { ...text, format: 'binary' } }, required: ['file'] }
const session = [{ session: [] }]
const { 400: badRequest, 401: noSession, 404: notThere, 422: ruled, 429: hasty } = responses

const body = (properties: Json): Json => ({
  required: true,
  content: { 'application/json': { schema: object(properties) } },
})
const signingIn = (operationId: string, summary: string, properties: Json, value: string): Json => ({
  post: {
    operationId,
    summary,
    security: [],
    requestBody: body(properties),
    responses: { 200: json(ref('Answered'), value), 400: badRequest, 401: noSession, 422: ruled, 429: hasty },
  },
})

const otherPaths: [string, Json][] = [
  ['/sign-in/wechat', signingIn('signIn.wechat', 'A session for what wx.login gave', { code: text }, '{ token }')],
  [
    '/sign-in/password',
    signingIn('signIn.password', 'A session for a login', { login: text, password: text, otp: text }, '{ token }'),
  ],
  [
    '/sign-in/enrol',
    signingIn(
      'signIn.enrol',
      'Begin a login with an invite code; nothing is stored yet',
      { invite: text, login: text, password: text },
      '{ ticket, secret, uri }',
    ),
  ],
  [
    '/sign-in/enrol/confirm',
    signingIn('signIn.confirm', 'The authenticator shows this', { ticket: text, otp: text }, '{ token }'),
  ],
  [
    '/files',
    {
      post: {
        operationId: 'files.put',
        summary: 'Hand in a photo, a PDF, a recording or a video, at most 10 MB; answers { fileId }',
        security: session,
        requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
        responses: { 200: json(ref('Answered'), '{ fileId }'), 400: badRequest, 401: noSession, 429: hasty },
      },
    },
  ],
  [
    '/files/{fileId}',
    {
      get: {
        operationId: 'files.link',
        summary: 'A link of five minutes to a file, for its owner and for whoever may see its matter',
        security: session,
        parameters: fileIdIn,
        responses: { 200: json(ref('Answered'), '{ url, expiresAt }'), 401: noSession, 404: notThere },
      },
    },
  ],
  [
    '/health',
    {
      get: {
        operationId: 'health',
        summary: 'Whether the store answers and the clocks are looked at; 503 where not',
        security: [],
        responses: { 200: json(ref('Answered'), '{ mode, store, sweptSecondsAgo? }') },
      },
    },
  ],
]
