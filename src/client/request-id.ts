/**
 * A new id for one command, 128 random bits as a UUID would have: kept with the draft, so that a retry or a double
 * tap is the same command. Not a secret, so Math.random is enough.
 */
export const newRequestId = (): string =>
  Array.from({ length: 4 }, () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('-')
