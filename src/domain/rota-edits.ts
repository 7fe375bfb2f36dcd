/** Everything that may be done to a rota: each returns the changed piece, or says by name why not. */
export { decideCancel, decideOverride, decideTakeOver, previewOverride } from './rota-override-edits'
export { decideFestival, decideHandOver, decideHandOverSeen, decideLayer, handOverDue } from './rota-plan-edits'
export {
  decideAway,
  decideLeave,
  decideLeaveBack,
  decideSwapAnswer,
  decideSwapAsk,
  type SwapAsk,
} from './rota-swap-edits'
