import { Field, Notice } from '@/ui'
import { mediateWords as words } from '@/words/unit-desk'
import { linesOf, type Mediated } from './mediated'

type Props = {
  value: Mediated
  onChange: (part: Partial<Mediated>) => void
  /** Whether it was tried to send it. */
  tried: boolean
  wrong: Record<string, string>
}

/** People's mediation as an outcome: who sat there, what was said, what was agreed (人民调解法 28–33). */
export function MediationFields({ value, onChange, tried, wrong }: Props) {
  const lacks = (missing: boolean, text: string) => (tried && missing ? text : undefined)
  return (
    <>
      <Notice>{words.law}</Notice>
      <Field
        id="mediation-parties"
        type="textarea"
        max={600}
        label={words.parties}
        value={value.parties}
        onChange={(parties) => onChange({ parties })}
        error={lacks(linesOf(value.parties).length < 2, words.partiesMissing) ?? wrong['mediation.parties']}
      />
      <Field
        id="mediation-mediators"
        type="textarea"
        max={200}
        label={words.mediators}
        value={value.mediators}
        onChange={(mediators) => onChange({ mediators })}
        error={lacks(linesOf(value.mediators).length < 1, words.mediatorsMissing) ?? wrong['mediation.mediators']}
      />
      <Field
        id="mediation-place"
        max={100}
        optional
        label={words.place}
        value={value.where}
        onChange={(where) => onChange({ where })}
        error={wrong['mediation.place']}
      />
      <Field
        id="mediation-record"
        type="textarea"
        max={3000}
        label={words.record}
        value={value.record}
        onChange={(record) => onChange({ record })}
        error={lacks(!value.record.trim(), words.recordMissing) ?? wrong['mediation.record']}
      />
      <Field
        id="mediation-agreement"
        type="textarea"
        max={3000}
        label={words.agreement}
        value={value.agreement}
        onChange={(agreement) => onChange({ agreement })}
        error={lacks(!value.agreement.trim(), words.agreementMissing) ?? wrong['mediation.agreement']}
      />
    </>
  )
}
