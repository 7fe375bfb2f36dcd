import { county } from '../given-world'

/** The department that has it, with `ke`. */
export const LAND = 'dept:land'

/** The small county with `kong` at the command seat and two supervisors, `sun` and `zhao`. */
export function withSeat() {
  const base = county()
  const turn = { every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 }
  return {
    ...base,
    people: [...base.people, { id: 'zhao', name: '赵书记', roles: [{ role: 'supervisor' }] }],
    seats: [...base.seats, { id: 'command-duty', kind: 'command' }],
    layers: [...base.layers, { seat: 'command-duty', people: ['kong'], ...turn }],
  }
}
