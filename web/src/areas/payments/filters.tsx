import { useNavigate } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/payments';
import { codeText, fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
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
type Field = 'status' | 'sponsor';

/** Each state with how many payments it leaves. A choice is made at once, and begins the list anew. */
export function Filters({ search: { status = '', sponsor = '' }, counts, names, sponsors, isOfOne }: Props) {
  const navigate = useNavigate();
  const choose = (field: Field, code: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [field]: code || undefined, cursor: undefined }) });
  const statuses = [...new Set([...Object.keys(counts), ...(status ? [status] : [])])];
  const parties = [...new Set([...sponsors, ...(sponsor ? [sponsor] : [])])];
  return (
    <search className="row" aria-label={common.filters()}>
      <Choice
        label={common.state()}
        chosen={status}
        of={statuses.map((code) => [code, m.choice({ name: codeText('paymentStatus', code), count: counts[code] ?? 0 })])}
        choose={(code) => choose('status', code)}
      />
      {isOfOne ? null : (
        <Choice
          label={fieldLabel('sponsor')}
          chosen={sponsor}
          of={parties.map((party) => [party, names[party]?.text ?? party])}
          choose={(party) => choose('sponsor', party)}
        />
      )}
    </search>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly chosen: string;
  readonly of: readonly (readonly [code: string, text: string])[];
  choose(code: string): void;
};

const Choice = ({ label, chosen, of, choose }: ChoiceProps) => (
  <label className="field">
    <span className="label">{label}</span>
    <select className="in" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{common.all()}</option>
      {of.map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
