import * as common from '#messages';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Choice } from '../../parts/Choice.tsx';
import { byName, numberText } from '../../parts/locale.ts';
import { statusText } from '../../parts/StatusOf.tsx';
import type { PaymentsSearch } from './payments.search.ts';

type Props = {
  readonly search: PaymentsSearch;
  readonly counts: Readonly<Record<string, number>>;
  readonly names: Schemas['Names'];
  /** Whose payments are there to choose among. */
  readonly sponsors: readonly string[];
  /** Whether all are of one sponsor, so that there is none to choose. */
  readonly isOfOne: boolean;
};

/** Each state with how many payments it leaves. A choice is made at once, and begins the list anew. */
export function Filters({ search: { status = '', sponsor = '' }, counts, names, sponsors, isOfOne }: Props) {
  const statuses = [...new Set([...Object.keys(counts), ...(status ? [status] : [])])];
  const parties = [...new Set([...sponsors, ...(sponsor ? [sponsor] : [])])];
  return (
    <search className="row" aria-label={common.filters()}>
      <Choice
        label={common.state()}
        name="status"
        chosen={status}
        of={statuses.map((code) => [code, common.choice({ name: statusText('payment', code), count: numberText(counts[code] ?? 0) })])}
      />
      {isOfOne ? null : (
        <Choice
          label={fieldLabel('sponsor')}
          name="sponsor"
          chosen={sponsor}
          of={parties.map((party) => [party, names[party]?.text ?? party] as const).sort(byName)}
        />
      )}
    </search>
  );
}
