import * as m from '#messages/approvals';
import { newTargets } from '#messages/parts';
import { Acts } from '../../acts/Acts.tsx';
import { codeText, fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { rareCode } from '../../opened/choices.ts';
import { AmendedChanges, AmendedTargets } from '../../payments/Amended.tsx';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { People } from './People.tsx';

type Agreement = Schemas['Agreement'];

/** What is to be changed of an agreement. */
export function ToChange({ agreement, number }: { readonly agreement: Agreement; readonly number: number }) {
  const { id, measures, names = {} } = agreement;
  const measure = measures.find((each) => each.number === number);
  if (!measure) return null;
  const { kind, note, proposedBy, changes, amendment, cause, cureUntil, provisions, financing, results, answers } = measure;
  return (
    <>
      <Facts
        of={[
          [m.binds(), m.bindsToMeasure({ kind: codeText('measureKind', kind) })],
          [
            m.agreement(),
            <ItemLink key="agreement" id={id}>
              {m.readWhole()}
            </ItemLink>,
          ],
          [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [fieldLabel('amendment'), amendment ? rareCode('amendment', amendment) : null],
          [fieldLabel('provisions'), provisions ? <span dir="auto">{provisions}</span> : null],
          [fieldLabel('cause'), cause ? rareCode('cause', cause) : null],
          [fieldLabel('cureUntil'), cureUntil ? dayText(cureUntil) : null],
          [newTargets(), results.length > 0 ? <AmendedTargets key="results" of={results} /> : null],
          ...financing.map(
            ({ offer, financing: terms }) => [fieldLabel('terms'), <FinancingFacts key={offer} financing={terms} />] as const,
          ),
          ...answers.map(
            ({ party, note: said }) =>
              [
                names[party]?.text ?? party,
                <span key={party} dir="auto">
                  {said}
                </span>,
              ] as const,
          ),
          [m.changes(), changes.length > 0 ? <AmendedChanges key="changes" agreement={agreement} measure={measure} /> : null],
          [m.preparedBy(), <People key="people" of={[proposedBy]} names={names} />],
        ]}
      />
      <Acts item={agreement} only={(permission) => permission.measure === number} />
    </>
  );
}
