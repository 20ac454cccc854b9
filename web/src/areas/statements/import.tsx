import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import * as m from '#messages/statements';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { uploadStatements } from '../../api/upload.ts';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Say } from '../../parts/Say.tsx';

/** Brings a file of a bank, whole or not at all. The same file again changes nothing. */
export function Import() {
  const id = useId();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const { mutate, isPending, data, error, variables } = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (file: File) => uploadStatements(file, setShare),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <div className="field">
      <label htmlFor={id}>{labelOf('importStatements')}</label>
      <span className="hint" id={`${id}-hint`}>
        {m.importHint()}
      </span>
      <input
        id={id}
        type="file"
        accept=".xml"
        disabled={isPending}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again once it is mended.
          event.currentTarget.value = '';
          if (!file) return;
          setShare(0);
          mutate(file);
        }}
      />
      {isPending ? <Progress name={variables.name} share={share} /> : null}
      {data?.statements.map((statement) => (
        <Taken key={statement.id} statement={statement} />
      ))}
      {error ? <Refused error={error} /> : null}
    </div>
  );
}

/** Once all of it is sent, nobody knows how long matching takes. */
function Progress({ name, share }: { readonly name: string; readonly share: number }) {
  const says = share < 1 ? m.sending({ name }) : m.matching({ name });
  return (
    <p className="row">
      <progress aria-label={says} {...(share < 1 ? { max: 1, value: share } : {})} />
      <span role="status">{says}</span>
    </p>
  );
}

const Taken = ({ statement: { id, entries, known } }: { readonly statement: Schemas['ImportedStatement'] }) => (
  <Say kind={known ? 'info' : 'good'} isNews>
    <p>
      {known ? m.nothingNew() : m.imported({ count: entries })} <ItemLink id={id}>{m.open()}</ItemLink>
    </p>
  </Say>
);
