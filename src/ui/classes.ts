/** Joins the class names that apply: `classes('btn', busy && 'btn--off')`. */
export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
