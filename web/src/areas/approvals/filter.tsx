import { useNavigate } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/approvals';

type Props = {
  readonly chosen: string;
  readonly of: readonly { readonly value: string; readonly title: string; readonly count: number }[];
};

/** Of which kind; it is chosen at once, and begins the list anew. */
export function Filter({ chosen, of }: Props) {
  const navigate = useNavigate();
  const choose = (kind: string): void => void navigate({ to: '.', search: kind ? { kind } : {} });
  return (
    <search className="row">
      <label className="field">
        <span className="label">{common.what()}</span>
        <select className="in" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{common.all()}</option>
          {of.map(({ value, title, count }) => (
            <option key={value} value={value}>
              {chosen === '' || chosen === value ? m.choice({ title, count }) : title}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
