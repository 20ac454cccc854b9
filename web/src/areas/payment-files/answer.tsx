import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages/payment-files';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../api/client.ts';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { numberText } from '../../parts/locale.ts';
import { Say } from '../../parts/Say.tsx';

/** Brings what the bank answered, as the bank made it: it may tell of another file than the one whose page this is. The same answer again changes nothing. */
export function Answer({ file }: { readonly file: string }) {
  const id = useId();
  const queries = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: async (file: File) => api.uploadAnswer(new Uint8Array(await file.arrayBuffer())),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <div className="field">
      <label htmlFor={id}>{labelOf('answerPaymentFile')}</label>
      <span className="hint" id={`${id}-hint`}>
        {m.answerHint()}
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
          if (file) mutate(file);
        }}
      />
      {data ? (
        <Say kind="good" isNews>
          <p>
            {m.answerTaken({ told: data.told, rejected: data.rejected })}{' '}
            {data.id === file ? null : <ItemLink id={data.id}>{m.answerOfAnother()}</ItemLink>}
          </p>
          {data.unreported > 0 ? <p>{m.answerUnreported({ count: numberText(data.unreported) })}</p> : null}
        </Say>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </div>
  );
}
