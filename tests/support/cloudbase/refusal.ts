/** How the platform says no: HTTP 200 with a code and a message. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const refusals = {
  conflict: () =>
    new Refusal(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
    ),
  busy: () => new Refusal('DATABASE_REQUEST_FAILED', '[ResourceUnavailable.TransactionBusy] Transaction is busy'),
  gone: () =>
    new Refusal(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist, must be commit or abort in 30 seconds',
    ),
  limit: () => new Refusal('EXCEED_REQUEST_LIMIT', 'request limit exceeded'),
  concurrent: () => new Refusal('EXCEED_CONCURRENT_REQUEST_LIMIT', 'concurrent request limit exceeded'),
  system: () => new Refusal('SYS_ERR', 'system error'),
  timeout: () => new Refusal('DATABASE_TIMEOUT', 'the database did not answer in time'),
  collection: (name: string) => new Refusal('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}`),
  operator: (what: string) => new Refusal('DATABASE_INVALID_OPERRATOR', what),
  invalid: (what: string) => new Refusal('INVALID_PARAM', what),
  // Both shapes have been reported of real environments.
  duplicate: (shape: 'code' | 'message', collection: string, id: string) =>
    shape === 'code'
      ? new Refusal('DATABASE_DUPLICATE_WRITE', 'duplicate write')
      : new Refusal(
          'DATABASE_REQUEST_FAILED',
          `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: "${id}" }`,
        ),
}
