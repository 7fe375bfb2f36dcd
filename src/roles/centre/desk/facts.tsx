import { View } from '@tarojs/components'
import type { MatterView } from '@/contract/views'
import { type Fact, Facts, Rows } from '@/ui'
import { languageTexts, partyTexts } from '@/words/aid'
import { deskFactLabels as label, centreWords as words } from '@/words/centre'
import { birthText, forTexts, routeTexts } from '@/words/matter-page'

/** What a decision rests on, in as few lines as it takes. */
export function DeskFacts({ view }: { view: MatterView }) {
  const facts: Fact[] = factsOf(view).flatMap(([name, lines]) =>
    lines.length > 0 ? [{ label: name, value: lines.map((line) => <View key={line}>{line}</View>) }] : [],
  )
  return (
    <Rows>
      <Facts facts={facts} />
    </Rows>
  )
}

const said = (...parts: (string | undefined | false)[]) => parts.filter((part): part is string => Boolean(part))
const inOne = (...parts: (string | undefined | false)[]) => {
  const line = said(...parts).join('，')
  return line ? [line] : []
}

function factsOf({ detail, place, papers }: MatterView): [string, string[]][] {
  const { applicant, where, groups = [], parties = [], route, income, forwardedBy } = detail
  return [
    [
      label.applicant,
      inOne(
        applicant?.name,
        applicant?.phone,
        applicant?.idNumber,
        applicant?.birth && words.born(birthText(applicant.birth)),
        applicant?.language && words.speaks(languageTexts[applicant.language] ?? applicant.language),
      ),
    ],
    // Whoever applies for another without being the guardian is the helper of the next line.
    [label.for, inOne(detail.for === 'ward' && forTexts.ward)],
    [label.forwardedBy, inOne(forwardedBy)],
    [label.place, inOne(where?.place.text ?? place.text, where?.body)],
    [label.story, said(detail.story)],
    [label.means, inOne(route && routeTexts[route], income, groups.join('、'))],
    [
      label.parties,
      parties.map(({ role, name, phone, idNumber, creditCode }) =>
        said(words.party(name, partyTexts[role] ?? ''), phone, idNumber, creditCode).join('，'),
      ),
    ],
    [label.papers, papers.map(({ name }) => name)],
  ]
}
