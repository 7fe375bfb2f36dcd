import { policyFrom } from '@/domain/policy'
import { facts } from '../../cloudfunctions/facts'
import { memoryStore } from '../../cloudfunctions/memory/store'
import type { Store } from '../../cloudfunctions/ports'
import { sealer } from '../../cloudfunctions/seal'
import type { World } from '../../cloudfunctions/world'

/** A world that forgets, with its clock standing at a minute. */
export const worldAt = (now: string, store: Store = memoryStore()): World => ({
  ...facts,
  policy: policyFrom(facts.policy),
  store,
  seal: sealer([{ id: 'k1', secret: 'a secret that only this test knows, 32 bytes' }]),
  clock: { now: () => now, wall: Date.now },
  files: { put: async () => {}, get: async () => undefined, remove: async () => {}, size: async () => undefined },
  log: () => {},
})

/** The smallest county that covers a seat. */
export const small = () => ({
  units: [
    { code: '150524', kind: 'banner', name: '旗' },
    { code: '150524100', kind: 'town', name: '镇', parents: { legal: '150524', grievance: '150524' } },
    { code: '150524100200', kind: 'village', name: '嘎查', parents: { legal: '150524100', grievance: '150524100' } },
    { code: 'firm:1', kind: 'organisation', name: '律所', head: 'gao' },
  ],
  people: [
    {
      id: 'li',
      name: '李',
      phone: '13900000001',
      birth: '1980-02-29',
      languages: ['zh', 'mn'],
      roles: [{ role: 'lawyer', unit: 'firm:1' }],
      lawyer: {
        licence: 'practising',
        since: '2015-03-01',
        subjects: ['labour', 'family'],
        capacity: 8,
        towns: ['150524100'],
        advises: [],
      },
    },
    { id: 'gao', name: '高', roles: [{ role: 'centre' }] },
  ],
  seats: [
    { id: 'town:150524100', kind: 'town', unit: '150524100', minimum: 1, languages: [] },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [
    { seat: 'centre-duty', people: ['gao'], every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 },
    { seat: 'town:150524100', people: ['li', 'gao'], every: 'week', handover: '08:00', anchor: '2026-09-01' },
  ],
  policy: { 'aid.cutoff': '15:30', 'question.firstWave': 'PT90S' },
})
