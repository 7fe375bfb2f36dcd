import { init } from '@cloudbase/node-sdk'
import type { CloudSettings } from './settings'

/** The platform's SDK, pointed at one environment. A call nobody answers ends after `timeoutMs`. */
export const cloudApp = ({ env, keys, url }: CloudSettings, timeoutMs = 5000) =>
  init({ env, timeout: timeoutMs, ...keys, ...(url && { serviceUrl: url }) })

export type CloudDatabase = ReturnType<ReturnType<typeof cloudApp>['database']>
