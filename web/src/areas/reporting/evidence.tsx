import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import * as m from '#messages/reporting';
import { Refused } from '../../acts/Refused.tsx';
import { Say } from '../../parts/Say.tsx';
import { FileTable } from './file-table.tsx';
import { ACCEPTED, MAX_MEGABYTES } from './files.ts';
import type { Reporting } from './report.queries.ts';
import { type Sending, useEvidence } from './use-evidence.ts';

/** The files that prove what is reported. */
export function Evidence({ reporting }: { readonly reporting: Reporting }) {
  const { id, names, isLocked } = reporting;
  const { sending, said, error, add, remove } = useEvidence(reporting);
  const field = useId();
  if (isLocked) return <FileTable reporting={reporting} />;
  const unfit = sending.filter((each) => each.unfit);
  return (
    <>
      <div className={`field${unfit.length > 0 ? ' bad' : ''}`}>
        <label htmlFor={field}>{m.addFiles()}</label>
        <span className="hint" id={`${field}-hint`}>
          {m.filesHint({ megabytes: MAX_MEGABYTES })}
        </span>
        <input
          id={field}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby={`${field}-hint`}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void add(files);
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
      {said ? (
        <Say kind="good" isNews>
          <p>{said.done === 'added' ? m.added({ name: said.name }) : m.removed({ name: said.name })}</p>
        </Say>
      ) : null}
      <FileTable reporting={reporting} onRemove={(hash, name) => void remove(hash, name)} />
      <div className="row">
        <Link className="btn" to="/milestones/$id/report" params={{ id }}>
          {m.backToTasks()}
        </Link>
      </div>
    </>
  );
}

const Progress = ({ of: { name, share } }: { readonly of: Sending }) => (
  <p className="row">
    <progress value={share} max={1} aria-label={m.sending({ name })} />
    <small>{m.sending({ name })}</small>
  </p>
);
