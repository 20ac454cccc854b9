import { useNavigate } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/payments';
import { codeText, fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import type { PaymentsSearch } from './payments.search.ts';

type Props = {
  readonly search: PaymentsSearch;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly names: Schemas['Names'];
  /** Whether all are of one sponsor, so that there is none to choose. */
  readonly isOfOne: boolean;
};
type Field = 'status' | 'sponsor';

/** Each choice with how many payments it leaves; it is made at once, and begins the list anew. */
export function Filters({ search, counts, names, isOfOne }: Props) {
  const navigate = useNavigate();
  const choose = (field: Field, code: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [field]: code || undefined, cursor: undefined }) });
  const nameOf: Readonly<Record<Field, (code: string) => string>> = {
    status: (code) => codeText('paymentStatus', code),
    sponsor: (code) => names[code]?.text ?? code,
  };
  const labels: Readonly<Record<Field, string>> = { status: common.state(), sponsor: fieldLabel('sponsor') };
  return (
    <search className="row" aria-label={common.filters()}>
      {(isOfOne ? (['status'] as const) : (['status', 'sponsor'] as const)).map((field) => {
        const chosen = search[field] ?? '';
        const codes = [...new Set([...Object.keys(counts[field] ?? {}), ...(chosen ? [chosen] : [])])];
        return (
          <label key={field} className="field">
            <span className="label">{labels[field]}</span>
            <select className="in" value={chosen} onChange={(event) => choose(field, event.currentTarget.value)}>
              <option value="">{common.all()}</option>
              {codes.map((code) => (
                <option key={code} value={code}>
                  {m.choice({ name: nameOf[field](code), count: counts[field]?.[code] ?? 0 })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </search>
  );
}
