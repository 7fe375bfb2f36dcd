const onOneSheet = 10

/** As many as fit on a page, page after page. */
export const sheetsOf = <S>(slips: readonly S[]): S[][] =>
  Array.from({ length: Math.ceil(slips.length / onOneSheet) }, (_, at) =>
    slips.slice(at * onOneSheet, (at + 1) * onOneSheet),
  )
