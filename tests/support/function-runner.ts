import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { join, resolve } from 'node:path'

/** Runs built bundles as the platform does: an instance is a process, a call an event beside a context. */

export type Caller = {
  /** A person of the mini-program. */
  openid?: string
  /** Whatever else the platform may say of a call. */
  environment?: Record<string, string>
  /** What the platform writes into the environment of the process too; it stays there after the call. */
  injected?: Record<string, string>
  /** After so many ms the platform kills the instance. */
  limitMs?: number
}

export type Instance = {
  /** The answer; rejects where the instance dies before it has one. */
  call: (event: unknown, caller?: Caller) => Promise<Record<string, unknown>>
  /** The timer fires. */
  beat: (limitMs?: number) => Promise<Record<string, unknown>>
  kill: () => void
  /** Every line it wrote so far. */
  lines: () => string[]
}

type Answer = { id: string; reply?: Record<string, unknown>; error?: string }

const REGION = 'ap-shanghai'

/** What the platform gives every instance; keys of a role, never ours. */
export const platformEnv = (namespace: string, keys: { secretId: string; secretKey: string }) => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: REGION,
  SCF_NAMESPACE: namespace,
  TENCENTCLOUD_SECRETID: keys.secretId,
  TENCENTCLOUD_SECRETKEY: keys.secretKey,
  TENCENTCLOUD_SESSIONTOKEN: 'a short-lived token',
})

/** A fresh instance of the function in `folder`, loaded; `now` sets its machine's clock. */
export async function startInstance(
  folder: string,
  env: Record<string, string>,
  { now }: { now?: string } = {},
): Promise<Instance> {
  const script = resolve(import.meta.dirname, 'function-instance.cjs')
  const child = spawn(process.execPath, [script, resolve(folder, 'index.js'), ...(now ? [now] : [])], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env } as never,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = ''
  const heard = new EventEmitter()
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      written += text
      heard.emit('more')
    })
  const marks = (id: string) => written.split(`${id} is answered`).length - 1
  /** Both pipes have brought what was written before this answer. */
  const drained = async (id: string) => {
    while (marks(id) < 2 && child.connected) await once(heard, 'more')
  }
  const waiting = new Map<string, { done: (reply: Record<string, unknown>) => void; failed: (error: Error) => void }>()
  const loaded = new Promise<void>((done, failed) => {
    child.once('message', () => done())
    child.once('exit', () => failed(new Error(`it did not load: ${written}`)))
  })
  child.on('message', async (message: Answer | 'ready') => {
    if (message === 'ready') return
    await drained(message.id)
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.reply) call?.done(message.reply)
    else call?.failed(new Error(message.error))
  })
  child.once('exit', () => {
    heard.emit('more')
    for (const { failed } of waiting.values()) failed(new Error('the instance is gone'))
    waiting.clear()
  })
  const kill = () => void child.kill('SIGKILL')
  await loaded

  const call: Instance['call'] = (event, { openid, environment = {}, injected = {}, limitMs = 60_000 } = {}) => {
    const id = randomUUID()
    const said = { ...(openid && { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid }), ...environment }
    const answer = new Promise<Record<string, unknown>>((done, failed) => {
      if (!child.connected) return failed(new Error('the instance is gone'))
      waiting.set(id, { done, failed })
      child.send({
        id,
        event,
        context: contextOf(folder, { SCF_NAMESPACE: env.SCF_NAMESPACE ?? '', ...said }, limitMs),
        injected,
      })
    })
    const end = setTimeout(kill, limitMs)
    return answer.finally(() => clearTimeout(end))
  }
  const timer = { Type: 'Timer', TriggerName: 'every-minute', Time: '2026-10-12T01:00:00Z', Message: '' }
  return {
    call,
    beat: (limitMs) => call(timer, { environment: { TRIGGER_SRC: 'timer' }, ...(limitMs && { limitMs }) }),
    kill,
    lines: () => written.split('\n').filter((line) => line && !line.endsWith(' is answered')),
  }
}

/** The fields of a context as a function of the platform was seen to receive it. */
const contextOf = (folder: string, environment: Record<string, string>, limitMs: number) => ({
  callbackWaitsForEmptyEventLoop: false,
  memory_limit_in_mb: 256,
  time_limit_in_ms: limitMs,
  request_id: randomUUID(),
  environment: JSON.stringify(environment),
  environ: Object.entries(environment)
    .map(([key, value]) => `${key}=${value}`)
    .join(';'),
  function_version: '$LATEST',
  function_name: join(folder).split('/').at(-1),
  namespace: environment.SCF_NAMESPACE,
  tencentcloud_region: REGION,
})
