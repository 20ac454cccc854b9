import * as m from '#messages/agreements';
import { newTargets } from '#messages/parts';
import { Acts } from '../../acts/Acts.tsx';
import { Words } from '../../acts/Words.tsx';
import { codeText, fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { dayText, list, momentText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { rareCode } from '../../opened/choices.ts';
import { AmendedChanges, AmendedTargets } from '../../payments/Amended.tsx';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { ofSponsor } from '../../terms/words.ts';

type Agreement = Schemas['Agreement'];
const SECRETARIAT = 'secretariat';

/** Proposed modifications of the agreement, who must approve each and who has; the newest first. */
export function Measures({ agreement }: { readonly agreement: Agreement }) {
  const { measures = [] } = agreement;
  return (
    <section className="part" aria-labelledby="h-measures">
      <h2 id="h-measures">{m.measures()}</h2>
      {measures.toReversed().map((measure) => (
        <Measure key={measure.number} measure={measure} agreement={agreement} />
      ))}
    </section>
  );
}

function Measure({ measure, agreement }: { readonly measure: Schemas['Measure']; readonly agreement: Agreement }) {
  const { number, kind, status, note, proposedBy, party, needed = [], approvals = [], changes = [], refusal } = measure;
  const { names = {} } = agreement;
  const partyName = (party: string): string => names[party]?.text ?? (party === SECRETARIAT ? m.secretariat() : party);
  return (
    <article>
      <h3>{m.measure({ number, kind: codeText('measureKind', kind) })}</h3>
      <p>
        <StatusOf of="measureStatus" status={status} />
      </p>
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
      {proposedBy ? <Seal isMini name={personName(names, proposedBy)} detail={partyName(party)} /> : null}
      <Facts
        of={[
          ...causeOf(measure),
          ...termsOf(measure, agreement),
          [newTargets(), measure.results.length > 0 ? <AmendedTargets key="results" of={measure.results} /> : null],
          ...hearing(measure, partyName),
          [m.needed(), list(needed.map(partyName))],
          [
            m.approvals(),
            approvals.length > 0
              ? approvals.map(({ party, by, at }) => (
                  <Seal key={party} isBound name={personName(names, by)} detail={`${partyName(party)}, ${momentText(at)}`} />
                ))
              : null,
          ],
          [m.changes(), changes.length > 0 ? <AmendedChanges key="changes" agreement={agreement} measure={measure} /> : null],
        ]}
      />
      <Words said={refusal} names={names} />
      <Acts item={agreement} only={(permission) => permission.measure === number} />
    </article>
  );
}

type Item = Schemas['Measure'];

/** What it is about, and why. */
const causeOf = ({ amendment, provisions, cause, cureUntil }: Item): readonly Fact[] => [
  [fieldLabel('amendment'), amendment ? rareCode('amendment', amendment) : null],
  [fieldLabel('provisions'), provisions ? <span dir="auto">{provisions}</span> : null],
  [fieldLabel('cause'), cause ? rareCode('cause', cause) : null],
  [fieldLabel('cureUntil'), cureUntil ? dayText(cureUntil) : null],
];

const termsOf = ({ financing = [] }: Item, agreement: Agreement): readonly Fact[] =>
  financing.map((change) => [
    m.termsOf({ name: ofSponsor(agreement).find(({ offer }) => offer === change.offer)?.name ?? change.offer }),
    <FinancingFacts key={change.offer} financing={change.financing} />,
  ]);

/** Who is heard, until when, and what each has answered. */
const hearing = ({ heard = [], answerDue, answers = [], status }: Item, partyName: (party: string) => string): readonly Fact[] => [
  [m.heard(), list(heard.map(partyName))],
  [m.answerDue(), status === 'proposed' && answerDue && answers.length < heard.length ? momentText(answerDue) : null],
  ...answers.map(
    ({ party, note, at }): Fact => [
      m.answerOf({ name: partyName(party) }),
      <span key={party}>
        <span dir="auto">{note}</span> <small className="quiet">{momentText(at)}</small>
      </span>,
    ],
  ),
];
