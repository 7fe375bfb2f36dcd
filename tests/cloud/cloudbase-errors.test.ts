import { describe, expect, it } from 'vitest'
import { CloudFault, codeOf, type Meaning, meaningOf } from '../../cloudfunctions/cloudbase/errors'

/** Error shapes as the platform's error table, its SDK and people who met them tell them. */
const network = (code: string) => Object.assign(new Error('socket'), { code })

describe('what an error means', () => {
  it.each<[Meaning, string, unknown]>([
    ['conflict', 'the documented code', { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'm' }],
    [
      'conflict',
      'the conflict in the message',
      { code: 'SYS_ERR', message: '[ResourceUnavailable.TransactionConflict] x' },
    ],
    [
      'conflict',
      'a transaction that is gone',
      { code: 'DATABASE_REQUEST_FAILED', message: '[ResourceUnavailable.TransactionNotExist] x' },
    ],
    [
      'busy',
      'a busy transaction',
      { code: 'DATABASE_REQUEST_FAILED', message: '[ResourceUnavailable.TransactionBusy] x' },
    ],
    ['busy', 'too many requests', { code: 'EXCEED_REQUEST_LIMIT', message: 'm' }],
    ['busy', 'too many at once', { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT', message: 'm' }],
    ['busy', 'HTTP 429', { code: 429, message: '429 Too Many Requests' }],
    ['duplicate', 'the documented code', { code: 'DATABASE_DUPLICATE_WRITE', message: 'm' }],
    [
      'duplicate',
      'the one met in the field',
      {
        code: 'DATABASE_REQUEST_FAILED',
        message: 'multiple write errors: [{write errors: [{E11000 duplicate key error collection: x}]}]',
      },
    ],
    ['duplicate', 'the same as a number', { code: -502001, message: 'E11000 duplicate key error collection: x' }],
    ['unsure', 'a timeout of the database', { code: 'DATABASE_TIMEOUT', message: 'm' }],
    ['unsure', 'a system error', { code: 'SYS_ERR', message: 'm' }],
    ['unsure', 'HTTP 502', { code: 502, message: '502 Bad Gateway' }],
    ['unsure', 'a connection that broke', network('ECONNRESET')],
    ['unsure', 'an answer that never came', network('ESOCKETTIMEDOUT')],
    ['unsure', 'an answer cut in half', new SyntaxError('Unexpected end of JSON input')],
    ['unsure', 'a fetch that failed', new TypeError('fetch failed', { cause: network('ECONNREFUSED') })],
    ['unsure', 'a code nobody has seen yet', { code: 'SOMETHING_NEW', message: 'm' }],
    [
      'unsure',
      'a lost connection behind a general code',
      { code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] connection closed' },
    ],
    [
      'busy',
      'more than the plan allows in a second',
      {
        code: 'DATABASE_REQUEST_FAILED',
        message: '[PutItem] Write request overrun. Please improve write specifications',
      },
    ],
    ...['operation exceeded time limit', 'not primary', 'NotWritablePrimary', 'operation was interrupted'].map(
      (message): [Meaning, string, unknown] => [
        'unsure',
        `what its database says of a passing trouble: ${message}`,
        { code: 'DATABASE_REQUEST_FAILED', message },
      ],
    ),
    ['fault', 'a missing collection', { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'm' }],
    [
      'fault',
      'a missing collection by its message',
      { code: -502005, message: '[ResourceNotFound] Db or Table not exist' },
    ],
    [
      'fault',
      'a refused query',
      { code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] unknown operator: $foo' },
    ],
    ['fault', 'no permission', { code: 'DATABASE_PERMISSION_DENIED', message: 'm' }],
    ['fault', 'HTTP 413', { code: 413, message: 'm' }],
    ['fault', 'our own mistake', new TypeError('undefined is not a function')],
  ])('%s: %s', (meaning, _, error) => expect(meaningOf(error)).toBe(meaning))
  it('a fault tells the code and nothing of the message', () => {
    const error = { code: 'INVALID_PARAM', message: 'value 13900000001 is wrong' }
    expect(new CloudFault('save people', codeOf(error)).message).toBe('cloudbase save people: INVALID_PARAM')
  })
})
