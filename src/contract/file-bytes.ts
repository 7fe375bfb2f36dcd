/**
 * The largest file, in bytes. It stands by itself: whoever asks only for this carries none of the questions along,
 * neither a phone nor the function of time.
 */
export const FILE_BYTES = 10 * 1024 * 1024
