import { refuse } from '@/domain/decider'
import type { Matter, MatterEvent } from '@/domain/matters'
import { standing } from '@/domain/permission'
import { evolveTranscription, isTranscription, transcribe } from '@/domain/transcription'
import { likenessWrites } from '../likeness'
import type { Blank, Command, Kind } from './kind'

/** What is said in a recording is written down in every kind the same way: put around the kind, which knows nothing of it. */
export function spoken(kind: Kind): Kind {
  const others = (events: MatterEvent[]) => events.filter((event) => !isTranscription(event))
  return {
    ...kind,
    evolve: (state, event) => {
      if (!isTranscription(event)) return kind.evolve(state, event)
      return isBegun(state) ? evolveTranscription(state, event) : state
    },
    // Nothing has to be looked up for it: as little as for a note.
    consider: (world, act, state, command, given) =>
      kind.consider(world, act, state, command.type === 'Transcribe' ? NOTHING : command, given),
    decide: (world, state, command, given, found) => {
      if (command.type !== 'Transcribe') return kind.decide(world, state, command, given, found)
      if (!isBegun(state)) return refuse(`${kind.name}.not-found`)
      const { now, actor } = given
      return transcribe(state, command, { now, actor, stands: standing(state, actor) })
    },
    guards: async (world, { events, ...step }, found) => {
      const { id, is } = step
      const said = events.filter(isTranscription)
      return [
        ...(await kind.guards(world, { ...step, events: others(events) }, found)),
        // What may be the same is found by these words too.
        ...(is.kind === 'grievance' && said.length > 0 ? await likenessWrites(world, id, is, said) : []),
      ]
    },
    afterwards: (world, { events, ...step }, act) => kind.afterwards(world, { ...step, events: others(events) }, act),
    notices: (event, state, made) => (isTranscription(event) ? [] : kind.notices(event, state, made)),
  }
}

const NOTHING: Command = { type: 'TakeNote', text: '' }
const isBegun = (state: Matter | Blank): state is Matter => state.stage !== 'blank'
