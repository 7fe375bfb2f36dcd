import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import { check } from '@/contract/check'
import { flag, text } from '@/contract/fields'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { wechatAccount } from '../accounts'
import { type Answer, refused } from '../handle'
import { keepOpenid } from '../notifier/openids'
import { type Guessed, mayTry, wrongTry } from '../throttle'
import { BODY_BYTES } from './actions'
import { jsonWithin } from './body'
import type { Door, DoorEnv } from './door'
import { invalid, ok, refused as refusedAtTheDoor, send } from './envelope'
import { beginEnrolment, confirmEnrolment, loginId, loginOf, passwordSignIn, type SignedIn } from './logins'
import { MOST, passwordProblem } from './password'
import type { Sessions } from './session'
import { takingTurns } from './turns'

const login = v.pipe(
  v.string('wrong-type'),
  v.transform(loginOf),
  v.minLength(1, 'missing'),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,39}$/u, 'bad-login'),
)
// As it was typed: a space at its end is a part of it.
const password = v.pipe(v.string('wrong-type'), v.minLength(1, 'missing'), v.maxLength(4 * MOST, 'too-long'))
const otp = v.pipe(
  v.string('wrong-type'),
  v.transform((typed) => typed.normalize('NFKC').replace(/\s/g, '')),
  v.minLength(1, 'missing'),
  v.regex(/^\d{6}$/, 'bad-otp'),
)
const inputs = {
  // `messages`: she has just agreed to subscription messages.
  wechat: v.object({ code: text(200), messages: v.optional(flag, false) }, 'wrong-type'),
  enrol: v.object({ invite: text(40), login, password }, 'wrong-type'),
  confirm: v.object({ ticket: text(4000), otp }, 'wrong-type'),
  password: v.object({ login, password, otp }, 'wrong-type'),
} as const

const STATUS: Record<string, number> = {
  'sign-in.wrong': 401,
  'sign-in.code-used': 401,
  'wechat.bad-code': 401,
  'wechat.code-used': 401,
  'wechat.blocked': 403,
  'wechat.busy': 503,
  'wechat.unreachable': 503,
}

/** How people get a session outside of a demonstration: through WeChat, or by a login made with an invite code. */
export function signInAt(app: Hono<DoorEnv>, { world, wechat, cost }: Door, tokens: Sessions) {
  const now = () => world.clock.now()
  const no = (refusal: Refusal): Answer =>
    refusal.detail ? refused(refusal, now()) : refusedAtTheDoor(now(), refusal.refused, STATUS[refusal.refused])
  const wrong = (field: string, code: string) => invalid(now(), { field, code })
  const entered = async ({ person, epoch }: SignedIn) =>
    ok(now(), { token: await tokens.issue({ person, account: 'login', epoch }) })

  /** One who guesses must wait: the first of these that is full says how long. */
  const waiting = async (...tries: [Guessed, string][]): Promise<Answer | undefined> => {
    const waits = await Promise.all(tries.map(([what, source]) => mayTry(world, what, source)))
    const seconds = Math.max(0, ...waits.map((wait) => wait ?? 0))
    return seconds > 0 ? refused(refuse('throttle.wait', { seconds }), now()) : undefined
  }
  // One after another: a wrong one is counted before the next is tried, so a thousand at once are no more guesses than
  // ten, and the machine bears the work of one password at a time.
  const inTurn = takingTurns()
  const at = <S extends v.GenericSchema>(
    path: string,
    schema: S,
    answer: (input: v.InferOutput<S>, source: string) => Promise<Answer>,
  ) =>
    app.post(path, async (c: Context<DoorEnv>) => {
      const body = await jsonWithin(c, BODY_BYTES)
      if (!body.ok) return send(c, invalid(now(), { field: '', code: body.code }))
      const input = check(schema, body.value)
      if (!input.ok) return send(c, invalid(now(), ...input.problems))
      return send(c, await answer(input.value, c.get('caller').source))
    })

  const guessable: typeof at = (path, schema, answer) =>
    at(path, schema, (input, source) => inTurn(() => answer(input, source)))

  if (wechat)
    at('/sign-in/wechat', inputs.wechat, async ({ code, messages }) => {
      const known = await wechat(code)
      if (isRefusal(known)) return no(known)
      if (messages) await keepOpenid(world, known.openid)
      const person = wechatAccount(world.seal, known.openid)
      return ok(now(), { token: await tokens.issue({ person, account: 'wechat' }) })
    })

  guessable('/sign-in/enrol', inputs.enrol, async (input, source) => {
    const wait = await waiting(['invite', source])
    if (wait) return wait
    const problem = passwordProblem(input.password, input.login)
    if (problem) return wrong('password', problem)
    const begun = await beginEnrolment(world, input, cost)
    if (begun === 'login-taken') return wrong('login', 'login-taken')
    if (!isRefusal(begun)) return ok(now(), begun)
    if (begun.refused === 'invite.unknown') await wrongTry(world, 'invite', source)
    return no(begun)
  })

  guessable('/sign-in/enrol/confirm', inputs.confirm, async ({ ticket, otp }, source) => {
    const wait = await waiting(['sign-in', source])
    if (wait) return wait
    const done = await confirmEnrolment(world, ticket, otp)
    if (done !== 'wrong-otp') return isRefusal(done) ? no(done) : entered(done)
    await wrongTry(world, 'sign-in', source)
    return wrong('otp', 'wrong-otp')
  })

  guessable('/sign-in/password', inputs.password, async (input, source) => {
    const account = loginId(world, input.login)
    const tries: [Guessed, string][] = [
      ['sign-in', source],
      ['login', `${account} ${source}`],
      ['login-anywhere', account],
    ]
    const wait = await waiting(...tries)
    if (wait) return wait
    const done = await passwordSignIn(world, input, cost)
    if (!isRefusal(done)) return entered(done)
    if (done.refused.startsWith('sign-in.')) for (const [what, who] of tries) await wrongTry(world, what, who)
    return no(done)
  })
}
