import * as v from 'valibot'
import { aidDocuments, numberSeries } from '@/domain/aid-documents'
import { onMatter, query } from './define'
import { fileId, list, matterId, oneOf, requestId, text } from './fields'
import type { ExportFile, SheetFile } from './views'

/** The papers of legal aid on the wire. */

const document = v.picklist(aidDocuments, 'not-an-option')

export const aidDocumentActions = {
  // A document is ten KB and comes at once; a PDF carries its characters and waits behind a link.
  // A repeat with the same request id finds the same PDF.
  'aid.document': query<SheetFile | ExportFile>()('One paper of the application, filled in, as .docx or as PDF', {
    id: matterId,
    document,
    form: v.optional(oneOf('docx', 'pdf'), 'docx'),
    requestId: v.optional(requestId),
  }),
  'aid.documentSigned': onMatter(
    'A paper came back signed and photographed: the newest photos count, none take it back',
    {
      document,
      files: list(fileId, 9),
    },
  ),
  'aid.renumber': onMatter('A number was misprinted or lost: it stays as cancelled, and the paper gets the next one', {
    /** Without it the last number that the matter was given. */
    document: v.optional(v.picklist(numberSeries, 'not-an-option')),
    why: text(500),
  }),
} as const
