import { useId } from 'react';
import * as m from '#messages/statements';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';

type Candidate = Schemas['OwnerCandidate'];
type Props = {
  readonly candidates: readonly Candidate[];
  readonly names: Schemas['Names'];
  readonly chosen: string;
  readonly fault: string | undefined;
  onChange(account: string): void;
};

/** One of the accounts of sponsors of which the statement may be: whose it is, and which bank keeps it. */
export function OwnerChoice({ candidates, names, chosen, fault, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{fieldLabel('account')}</label>
      <span className="hint" id={`${id}-hint`}>
        {m.chooseOwnerHint()}
      </span>
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
      <select
        className="in"
        id={id}
        name="account"
        value={chosen}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
        onChange={({ currentTarget: { value } }) => onChange(value)}
      >
        <option value="">–</option>
        {candidates.map((candidate) => (
          <option key={candidate.account} value={candidate.account}>
            {textOf(candidate, names)}
          </option>
        ))}
      </select>
    </div>
  );
}

const textOf = ({ sponsor, holder, bankName, bic, bankCode }: Candidate, names: Schemas['Names']): string =>
  [names[sponsor]?.text ?? sponsor, holder, bankName, bic, bankCode].filter(Boolean).join(' · ');
