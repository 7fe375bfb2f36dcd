import { useCallback, useEffect, useRef, useState } from 'react'
import type { Message } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { uploadWords } from '@/words/common'
import { type Failed, useEvery } from './ask'
import { call, whatWentWrong } from './call'
import { useKept } from './kept'
import { productNow } from './now'
import { choosePhotos } from './photos'
import { newRequestId } from './request-id'
import { upload } from './upload'

const EVERY_MS = 3_000
const MOST_PHOTOS = 9

/** Something said that isn't known to have arrived. Under its number it arrives once, however often it is sent. */
export type Outgoing = {
  requestId: string
  at: Instant
  text?: string
  file?: { path: string; kind: 'image' | 'audio'; seconds?: number; fileId?: string }
  /** Waits for a signal and goes by itself; refused ones wait for the person. */
  state: 'sending' | 'waits' | 'refused'
  why?: string
}
type Held = { text: string; outgoing: Outgoing[] }

export type Talk = {
  /** Oldest first. */
  items: Message[]
  outgoing: Outgoing[]
  /** Nothing is known yet. */
  waiting: boolean
  /** How the last look failed, if it did; what was read before stays. */
  failed?: Failed
  /** What is being written and not yet sent; survives a restart of the phone. */
  text: string
  write: (text: string) => void
  send: () => void
  sendVoice: (path: string, seconds: number) => void
  /** Answers what was left out of the album's choice, in words. */
  sendPhotos: () => Promise<string | undefined>
  retry: () => void
  drop: (requestId: string) => void
}

// A sound or picture whose sending never began died with the app.
const revived = ({ text, outgoing }: Held): Held => ({
  text,
  outgoing: outgoing
    .filter(({ text, file }) => text || file?.fileId)
    .map((each) => ({ ...each, state: each.state === 'sending' ? 'waits' : each.state })),
})

/** The conversation about one question: looks each 3 s while the page is in sight, and keeps what isn't sent. */
export function useTalk(id: string, code?: string): Talk {
  const [items, setItems] = useState<Message[]>([])
  const [failed, setFailed] = useState<Failed>()
  const [known, setKnown] = useState(false)
  const held = useKept<Held>(`talk|${id}`, { text: '', outgoing: [] }, revived)
  const read = useRef<Message[]>([])
  const busy = useRef(false)
  const who = { id, ...(code && { code }) }
  const latest = useRef({ who, held })
  latest.current = { who, held }

  const look = useCallback(async (): Promise<boolean> => {
    const asked = latest.current.who
    let more = true
    let cursor: string | undefined
    while (more) {
      const after = cursor ?? settled(read.current)
      const answer = await call('question.messages', { ...asked, ...(after && { after }) })
      if (asked.id !== latest.current.who.id) return false
      setFailed(answer.ok ? undefined : answer)
      if (!answer.ok) return false
      read.current = merged(read.current, answer.value.items)
      cursor = answer.value.next
      more = cursor !== undefined && answer.value.items.length > 0
    }
    setItems(read.current)
    setKnown(true)
    return true
  }, [])

  const flush = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      const next = () => latest.current.held.now().outgoing.find(({ state }) => state !== 'refused')
      for (let out = next(); out; out = next()) {
        const state = await sendOne(latest.current.who, out, (part) => change(latest.current.held, part))
        if (state === 'waits') break
        if (state === 'refused') continue
        await look()
        drop(latest.current.held, out.requestId)
      }
    } finally {
      busy.current = false
    }
  }, [look])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or another who asks
  useEffect(() => {
    read.current = []
    void tend()
  }, [id, code, look, flush])
  useEvery(EVERY_MS, tend)

  // Whatever waits goes as soon as something was heard again.
  async function tend() {
    if (await look()) await flush()
  }

  function put(...added: Pick<Outgoing, 'text' | 'file'>[]) {
    const outgoing = added.map(
      (one): Outgoing => ({ ...one, requestId: newRequestId(), at: productNow(), state: 'sending' }),
    )
    held.write({ outgoing: [...held.now().outgoing, ...outgoing] })
    void flush()
  }

  return {
    items,
    outgoing: held.draft.outgoing,
    waiting: !known && !failed,
    failed,
    text: held.draft.text,
    write: (text) => held.write({ text }),
    send: () => {
      const text = held.now().text.trim()
      if (!text) return
      held.write({ text: '' })
      put({ text })
    },
    sendVoice: (path, seconds) => put({ file: { path, kind: 'audio', seconds } }),
    sendPhotos: async () => {
      const { paths, message } = await choosePhotos(MOST_PHOTOS)
      if (paths.length > 0) put(...paths.map((path) => ({ file: { path, kind: 'image' as const } })))
      return message
    },
    retry: () => {
      const outgoing = held.now().outgoing.map((each): Outgoing => ({ ...each, state: 'sending', why: undefined }))
      held.write({ outgoing })
      void flush()
    },
    drop: (requestId) => drop(held, requestId),
  }
}

type HeldHere = { now: () => Held; write: (part: Partial<Held>) => void }
type Change = Partial<Outgoing> & { requestId: string }

const change = ({ now, write }: HeldHere, part: Change) =>
  write({ outgoing: now().outgoing.map((each) => (each.requestId === part.requestId ? { ...each, ...part } : each)) })
const drop = ({ now, write }: HeldHere, requestId: string) =>
  write({ outgoing: now().outgoing.filter((each) => each.requestId !== requestId) })

/** Sends one, and says what became of it. One that was refused waits for the person and lets the next ones pass. */
async function sendOne(
  who: { id: string; code?: string },
  { requestId, text, file }: Outgoing,
  update: (part: Change) => void,
): Promise<Outgoing['state'] | 'sent'> {
  const end = (state: Outgoing['state'], why?: string) => {
    update({ requestId, state, why })
    return state
  }
  update({ requestId, state: 'sending', why: undefined })
  let fileId = file?.fileId
  if (file && !fileId) {
    const sent = await upload(file.path)
    if (!sent.ok) return end(sent.message === uploadWords.offline ? 'waits' : 'refused', sent.message)
    fileId = sent.fileId
    update({ requestId, file: { ...file, fileId } })
  }
  const files = fileId ? [fileId] : []
  const answer = await call('question.message', { ...who, requestId, ...(text && { text }), files })
  if (answer.ok) return 'sent'
  const unknown = 'offline' in answer || 'fault' in answer
  return unknown ? end('waits') : end('refused', whatWentWrong(answer))
}

/** The last message before the first one that may still change: a file that is being looked at. */
function settled(items: readonly Message[]): string | undefined {
  const moving = items.findIndex(({ files }) => files.some(({ state }) => state === 'checking'))
  return (moving < 0 ? items.at(-1) : items[moving - 1])?.id
}

function merged(before: readonly Message[], added: readonly Message[]): Message[] {
  const fresh = new Map(added.map((message) => [message.id, message]))
  const kept = before.map((message) => fresh.get(message.id) ?? message)
  const known = new Set(before.map(({ id }) => id))
  return [...kept, ...added.filter(({ id }) => !known.has(id))]
}
