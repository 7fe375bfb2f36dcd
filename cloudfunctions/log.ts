import type { Log } from './ports'

/** The error's kind and where it was thrown: its message may quote what a person wrote. */
export function logError(log: Log, what: string, error: unknown, trace?: string) {
  const known = error instanceof Error ? error : new Error('not an Error')
  const stack = (known.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  log({
    level: 'error',
    what,
    trace,
    error: known.name,
    where: stack
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  })
}
