const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
const base64 = (t: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(t, 'base64'))
const text = (t: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(t))

/** The smallest files that are really what they say, and some that only pretend. */
export const samples = {
  png: base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  jpeg: base64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wEEEAAQABAAEAAQABEAEAASABQAFAASABkAGwAYABsAGQAlACIAHwAfACIAJQA4ACgAKwAoACsAKAA4AFUANQA+ADUANQA+ADUAVQBLAFsASgBFAEoAWwBLAIcAagBeAF4AagCHAJwAgwB8AIMAnAC9AKkAqQC9AO4A4gDuATcBNwGiEQAQABAAEAAQABEAEAASABQAFAASABkAGwAYABsAGQAlACIAHwAfACIAJQA4ACgAKwAoACsAKAA4AFUANQA+ADUANQA+ADUAVQBLAFsASgBFAEoAWwBLAIcAagBeAF4AagCHAJwAgwB8AIMAnAC9AKkAqQC9AO4A4gDuATcBNwGi/8EAEQgABAAIAwEiAAIRAQMRAf/EAFYAAQEAAAAAAAAAAAAAAAAAAAAGEAEAAwAAAAAAAAAAAAAAAAAABEOBAQEBAAAAAAAAAAAAAAAAAAACBBEAAgEFAAAAAAAAAAAAAAAAAAMCBDM0gbH/2gAMAwEAAhEDEQA/AJqZXoAKtxKa7Kbrh//Z',
  ),
  webp: base64('UklGRkIAAABXRUJQVlA4IDYAAACwAQCdASoIAAQAAsBMJagCdEf/gkAAAP7yf/4NX/4Nf/APKCiB4HsIf0zy6nU1X4K6xrqPkAA='),
  pdf: text('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  mp3: bytes(`4944330300000000000a 00000000000000000000 fffb9064 ${'00'.repeat(500)}`),
  amr: text('#!AMR\n\x3c\x91\x17\x16'),
  mp4: bytes('00000018 66747970 69736f6d 00000200 69736f6d 6d703432 00000008 6d646174'),
  heic: bytes('00000018 66747970 68656963 00000000 68656963 6d696631'),
  svg: text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
  html: text('<!doctype html><script>alert(1)</script>'),
  gif: bytes('474946383961 01000100 800000 000000 ffffff 2c000000000100010000 02024401003b'),
  zip: bytes(`504b0304 1400000000000000000000000000 ${'00'.repeat(40)}`),
  exe: bytes('4d5a90000300000004000000ffff0000b8000000'),
  nothing: new Uint8Array(0),
}
