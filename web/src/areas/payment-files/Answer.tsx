import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages/payment-files';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { FileField } from '../../parts/FileField.tsx';

/** Brings what the bank answered, as the bank made it: it may tell of another file than the one whose page this is. The same answer again changes nothing. */
export function Answer({ file }: { readonly file: string }) {
  const queries = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: async (file: File) => api.uploadAnswer(new Uint8Array(await file.arrayBuffer())),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <FileField label={labelOf('answerPaymentFile')} hint={m.answerHint()} accept=".xml" isPending={isPending} onChosen={mutate}>
      {data ? (
        <Say kind={data.untold > 0 ? 'wait' : 'good'} isNews>
          {data.untold > 0 ? <p>{m.answerOfWhole()}</p> : null}
          <p>
            {m.answerTaken({ told: data.told, rejected: data.rejected })}{' '}
            {data.id === file ? null : <ItemLink id={data.id}>{m.answerOfAnother()}</ItemLink>}
          </p>
          {data.unreported > 0 ? <p>{m.answerUnreported({ count: numberText(data.unreported) })}</p> : null}
        </Say>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </FileField>
  );
}
