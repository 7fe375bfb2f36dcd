/** Joins the class names that apply: `classes('btn', busy && 'btn--off')`. */
export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

/** For aria-checked and its like: Taro's weapp templates turn `false` into nothing, and "not chosen" has to be said. */
export const said = (flag: boolean) => (flag ? 'true' : 'false')
