/**
 * What an error of the platform means for a call: `busy`, it was turned away before anything happened; `conflict`, a
 * transaction lost to another; `duplicate`, the id is taken; `unsure`, nobody knows whether it happened; `fault`, it
 * will never work, whoever tries again.
 */
export type Meaning = 'busy' | 'conflict' | 'duplicate' | 'unsure' | 'fault'

// The codes of the platform's error table; the spelling of OPERRATOR is its own.
const meanings: Record<string, Meaning> = {
  DATABASE_TRANSACTION_CONFLICT: 'conflict',
  DATABASE_TRANSACTION_FAIL: 'conflict',
  DATABASE_DUPLICATE_WRITE: 'duplicate',
  EXCEED_REQUEST_LIMIT: 'busy',
  EXCEED_CONCURRENT_REQUEST_LIMIT: 'busy',
  DATABASE_COLLECTION_NOT_EXIST: 'fault',
  DATABASE_PERMISSION_DENIED: 'fault',
  DATABASE_INVALID_OPERRATOR: 'fault',
  DATABASE_VALIDATE_FAILED: 'fault',
  DATABASE_REQUEST_FAILED: 'fault',
  EXCEED_MAX_PAYLOAD_SIZE: 'fault',
  INVALID_PARAM: 'fault',
  INVALID_ENV: 'fault',
  INVALID_ACTION: 'fault',
  PERMISSION_DENIED: 'fault',
  SIGN_PARAM_INVALID: 'fault',
  INVALID_PARAMETER: 'fault',
}

// Read before the code: real environments have answered the first three under more than one code.
const texts: [RegExp, Meaning][] = [
  [/\bE11000 duplicate key error\b/, 'duplicate'],
  [/\bTransactionBusy\b|\brequest overrun\b/, 'busy'],
  [/\bTransactionConflict\b|\bTransactionNotExist\b|\bWriteConflict\b/, 'conflict'],
  [/\bResourceNotFound\b/, 'fault'],
  // https://github.com/mongodb/specifications: what its drivers try again, as the server says it.
  [/\bexceeded time limit\b|\bnot (primary|master)\b|\bNotWritablePrimary\b|\binterrupted\b/i, 'unsure'],
  [/\bconnection\b|\bconnect\b|\btimed? ?out\b|\bserver selection\b/i, 'unsure'],
]

/** The code of an error, or its kind where it has none; never its message, which may quote a document. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN'
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) return String(error.code)
  return error instanceof Error ? error.name : 'UNKNOWN'
}

export function meaningOf(error: unknown): Meaning {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
  const code = codeOf(error)
  // An HTTP status that is no answer of the database's.
  if (/^\d{3}$/.test(code)) return Number(code) >= 500 || code === '408' ? 'unsure' : code === '429' ? 'busy' : 'fault'
  // `fetch failed`, with the network's error as its cause.
  if (error instanceof TypeError && error.cause) return 'unsure'
  // Our own mistake, or the SDK's; the network's errors carry a code, and a cut-off answer is no JSON.
  if (code === 'TypeError' || code === 'RangeError' || code === 'ReferenceError') return 'fault'
  return texts.find(([text]) => text.test(message))?.[1] ?? meanings[code] ?? 'unsure'
}

/** A mistake in the program or the environment, told by its code; what a document held stays out of it. */
export class CloudFault extends Error {
  override name = 'CloudFault'
  constructor(
    readonly action: string,
    readonly code: string,
  ) {
    super(`cloudbase ${action}: ${code}`)
  }
}

/**
 * The SDK can be told not to throw; an answer with a code is an error all the same. At an answer without a body it
 * stumbles over nothing: whether anything happened, nobody knows.
 */
export async function answered<T>(call: Promise<T>): Promise<T> {
  const answer = await call.catch((error: unknown) => {
    throw error instanceof TypeError && !error.cause ? { code: 'EMPTY_ANSWER' } : error
  })
  if (typeof answer === 'object' && answer !== null && 'code' in answer && answer.code) throw answer
  return answer
}
