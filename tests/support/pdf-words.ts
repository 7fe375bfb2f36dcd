import { extractText, getDocumentProxy } from 'unpdf'
import type { TestServer } from './server'

/** What stands on a PDF behind a link, without any spaces. */
export async function pdfWords(county: TestServer, made: object): Promise<string> {
  if (!('url' in made)) throw new Error('not behind a link')
  const bytes = await (await fetch(`${county.url}${made.url}`)).arrayBuffer()
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text.replaceAll(/\s/g, '')
}
