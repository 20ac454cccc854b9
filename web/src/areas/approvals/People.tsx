import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Seal } from '../../base/parts/Seal.tsx';

type Props = { readonly of: readonly (string | undefined)[]; readonly names: Schemas['Names'] };

/** Who had a part in what is to be decided, each once. */
export const People = ({ of, names }: Props) => (
  <span className="row">
    {[...new Set(of.filter((person) => person !== undefined))].map((person) => (
      <Seal key={person} isMini name={personName(names, person)} />
    ))}
  </span>
);
