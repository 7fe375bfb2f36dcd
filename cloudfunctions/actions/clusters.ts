import type { Parsed } from '@/contract/actions'
import type { Cluster } from '@/contract/views'
import { addDays, dayOf } from '@/domain/time'
import { findPlace } from '../circumstances'
import { clusterKindNamed, clustersIn, mediationDayWrite } from '../clusters'
import { createAll } from '../create'
import type { Binding, Context, Result } from './binding'

/** Early warning, and the days on which people were brought together. */

/** A town sees its own villages, and opens no report from here. */
async function clusters({ world, actor, now }: Context): Result<{ items: Cluster[] }> {
  const town = actor.role === 'town' ? { town: actor.unit ?? '' } : {}
  const open = actor.role === 'command' || actor.role === 'supervisor'
  return { items: await clustersIn(world, { now, open, ...town }) }
}

const FURTHEST_DAYS = 366

async function mediationDay(
  { world, actor, now }: Context,
  { village, what, day }: Parsed<'figures.mediationDay'>,
): Result<{ kept: boolean }> {
  const kind = clusterKindNamed(what)
  const place = await findPlace(world, village)
  const today = dayOf(now)
  const problems = [
    ...(place && (actor.role !== 'town' || place.town === actor.unit)
      ? []
      : [{ field: 'village', code: 'unknown-place' }]),
    ...(kind ? [] : [{ field: 'what', code: 'not-an-option' }]),
    ...(day > addDays(today, FURTHEST_DAYS) || day < addDays(today, -FURTHEST_DAYS)
      ? [{ field: 'day', code: 'too-far' }]
      : []),
  ]
  if (!place || !kind || problems.length > 0) return { invalid: problems }
  await createAll(world, [mediationDayWrite({ village, kind, day, at: now, by: actor.id }, place.town)])
  return { kept: true }
}

export const clusterActions: { [A in 'figures.clusters' | 'figures.mediationDay']: Binding<A> } = {
  'figures.clusters': clusters,
  'figures.mediationDay': mediationDay,
}
