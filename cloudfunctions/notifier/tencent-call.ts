import * as v from 'valibot'
import { authorization, type CloudKeys } from './tc3'

/** One call to Tencent Cloud's API, signed. Throws where it isn't answered, or not as the schema says. */
export type Service = { service: string; version: string; region: string }
const TIMEOUT_MS = 5000

export async function tencentCall<S extends v.GenericSchema>(
  { service, version, region }: Service,
  { url, keys, timeoutMs = TIMEOUT_MS, wall }: { url: string; keys: CloudKeys; timeoutMs?: number; wall: () => number },
  action: string,
  input: object,
  answer: S,
): Promise<v.InferOutput<S>> {
  const payload = JSON.stringify(input)
  const at = Math.floor(wall() / 1000)
  const signed = {
    'content-type': 'application/json; charset=utf-8',
    host: new URL(url).host,
    'x-tc-action': action,
  }
  const { host: _, ...headers } = signed
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      authorization: authorization(keys, { service, headers: signed, payload, at }),
      'x-tc-version': version,
      'x-tc-region': region,
      'x-tc-timestamp': String(at),
    },
    body: payload,
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  })
  return v.parse(answer, await response.json())
}

/** A mobile number as E.164; undefined where neither SMS nor voice can reach it. */
export const mobile = (to: string): string | undefined => {
  const [, number] = /^(?:\+?86)?(1\d{10})$/.exec(to) ?? []
  return number && `+86${number}`
}
