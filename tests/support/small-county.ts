/** A banner, a town, two villages, a firm, a centre: the least in which somebody can be helped. */
export const smallCounty = {
  units: [
    { code: '150524', kind: 'banner', name: '示例旗' },
    { code: '150524100', kind: 'town', name: '甲镇', parents: { legal: '150524', grievance: '150524' } },
    { code: '150524100200', kind: 'village', name: '东嘎查', parents: { legal: '150524100', grievance: '150524100' } },
    { code: '150524100201', kind: 'village', name: '西嘎查', parents: { legal: '150524100', grievance: '150524100' } },
    { code: 'firm:1', kind: 'organisation', name: '示例律师事务所' },
  ],
  people: [
    { id: 'gao', name: '高审查', roles: [{ role: 'centre' }] },
    { id: 'sun', name: '孙督查', roles: [{ role: 'supervisor' }] },
    {
      id: 'li',
      name: '李律师',
      phone: '13900000001',
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
    { id: 'bao', name: '包群众', phone: '13900000002', roles: [{ role: 'resident' }] },
    { id: 'wu', name: '吴群众', phone: '13900000003', roles: [{ role: 'resident' }] },
  ],
  seats: [
    { id: 'town:150524100', kind: 'town', unit: '150524100', minimum: 1, languages: [] },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [
    { seat: 'centre-duty', people: ['gao'], every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 },
  ],
  policy: { 'aid.cutoff': '16:00' },
}
