import { useId } from 'react';
import * as m from '#messages/uploads';
import { Refused } from '../acts/Refused.tsx';
import type { Schemas } from '../base/api/client.ts';
import { useReadiness } from '../forms/unready.ts';
import { ACCEPTED, MAX_MEGABYTES, type Sending, type Uploads, useUploads } from './uploads.ts';

type Props = {
  readonly uploads: Uploads;
  readonly names: Schemas['Names'];
  readonly label?: string;
  /** Whether it is one file at a time. */
  readonly isOne?: boolean;
};

/** A field for files of evidence, with how much of each is sent, and why one is not taken. */
export function AddFiles({ uploads: { sending, error, add }, names, label = m.addFiles(), isOne = false }: Props) {
  const field = useId();
  const unfit = sending.filter((each) => each.unfit);
  const onTheWay = sending.find((each) => !each.unfit);
  useReadiness(field, onTheWay && (onTheWay.isScanned ? m.notScannedYet(onTheWay) : m.notSentYet(onTheWay)));
  return (
    <>
      <div className={`field${unfit.length > 0 ? ' bad' : ''}`}>
        <label htmlFor={field}>{label}</label>
        <span className="hint" id={`${field}-hint`}>
          {m.filesHint({ megabytes: MAX_MEGABYTES })}
        </span>
        <input
          id={field}
          type="file"
          multiple={!isOne}
          accept={ACCEPTED}
          aria-describedby={`${field}-hint`}
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void add(chosen);
          }}
        />
      </div>
      {unfit.length > 0 ? (
        <div className="mend" role="alert">
          <ul>
            {unfit.map(({ name, unfit: code = 'other' }) => (
              <li key={name}>{m.unfit({ name, code, megabytes: MAX_MEGABYTES })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {sending
        .filter((each) => !each.unfit)
        .map((each) => (
          <Progress key={each.name} of={each} />
        ))}
      {error ? <Refused error={error} names={names} /> : null}
    </>
  );
}

const Progress = ({ of: { name, share, isScanned } }: { readonly of: Sending }) =>
  isScanned ? (
    <p role="status">{m.scanning({ name })}</p>
  ) : (
    <p className="row">
      <progress value={share} max={1} aria-label={m.sending({ name })} />
      <small>{m.sending({ name })}</small>
    </p>
  );

export type Proof = { readonly hash: string; readonly name: string };
type ProofsProps = {
  readonly proofs: readonly Proof[];
  readonly names: Schemas['Names'];
  onChange(change: (before: readonly Proof[]) => readonly Proof[]): void;
};

/** The files by which the proposer proves what it states: uploaded here, and named by the statement. */
export function Proofs({ proofs, names, onChange }: ProofsProps) {
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
                {m.removeFile({ name })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
