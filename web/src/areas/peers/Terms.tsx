import { useState } from 'react';
import { Begin } from '../../acts/Begin.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { AnswerOf } from '../../base/api/client.ts';

type Props = { readonly of: AnswerOf<'findPeers'>['seeker'] };

/** What a city says of itself that the record does not know. */
export function Terms({ of: { open, interpreter, capacity, languages } }: Props) {
  const [flags, setFlags] = useState({ open, interpreter });
  return (
    <Begin
      operation="setPeerTerms"
      roles={['proposer.officer']}
      body={flags}
      initial={{ capacity: String(capacity), languages: languages.join('\n') }}
    >
      {(['open', 'interpreter'] as const).map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            name={name}
            checked={flags[name]}
            onChange={({ currentTarget: { checked } }) => setFlags((before) => ({ ...before, [name]: checked }))}
          />
          <span>{fieldLabel(name)}</span>
        </label>
      ))}
    </Begin>
  );
}
