import * as m from '#messages/reporting';
import type { Schemas } from '../base/api/client.ts';
import { AddFiles } from './AddFiles.tsx';
import { useUploads } from './uploads.ts';

export type Proof = { readonly hash: string; readonly name: string };
type Props = {
  readonly proofs: readonly Proof[];
  readonly names: Schemas['Names'];
  onChange(change: (before: readonly Proof[]) => readonly Proof[]): void;
};

/** The files by which the proposer proves what it states: uploaded here, and named by the statement. */
export function Proofs({ proofs, names, onChange }: Props) {
  const uploads = useUploads((hash, name) => onChange((before) => [...before.filter((each) => each.hash !== hash), { hash, name }]));
  return (
    <>
      <AddFiles uploads={uploads} names={names} />
      {proofs.length > 0 ? (
        <ul>
          {proofs.map(({ hash, name }) => (
            <li key={hash} className="row">
              <span>{name}</span>
              <button className="btn small" type="button" onClick={() => onChange((before) => before.filter((each) => each.hash !== hash))}>
                {m.remove({ name })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
