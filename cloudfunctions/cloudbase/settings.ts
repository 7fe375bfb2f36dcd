/** Where a CloudBase environment is, and by whose keys; inside a cloud function the platform gives the keys itself. */
export type CloudSettings = {
  env: string
  keys?: { secretId: string; secretKey: string }
  /** Another server of the same wire format, for tests. */
  url?: string
}

/** From TCB_ENV, TCB_SECRET_ID and TCB_SECRET_KEY, TCB_URL; undefined where no environment is named. */
export function cloudSettings(env: Record<string, string | undefined>): CloudSettings | undefined {
  const { TCB_ENV, TCB_SECRET_ID: secretId, TCB_SECRET_KEY: secretKey, TCB_URL } = env
  if (!TCB_ENV) return undefined
  return {
    env: TCB_ENV,
    ...(secretId && secretKey && { keys: { secretId, secretKey } }),
    ...(TCB_URL && { url: TCB_URL }),
  }
}
