import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as m from '#messages/mandates';
import { itemQuery } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Editor } from './Editor.tsx';
import { INITIAL, valuesOf } from './fields.ts';

/** The mandate whose terms a new one begins with. */
export const search = z.object({
  from: z.catch(z.optional(z.string().check(z.regex(/^man_[0-9a-z]{26}$/))), undefined),
});

const route = getRouteApi('/members/mandates/new');

/** Where an officer of a sponsor says what it would fund. */
export function Page() {
  const { from } = route.useSearch();
  const session = useSession();
  return (
    <>
      <PageHead title={m.newMandate()} />
      {session?.roles.includes('sponsor.officer') ? (
        from === undefined ? (
          <Editor sponsor={session.organisation} initial={INITIAL} />
        ) : (
          <Like sponsor={session.organisation} from={from} />
        )
      ) : (
        <p>{m.officersPublish()}</p>
      )}
    </>
  );
}

/** Begins with the terms of another mandate. */
function Like({ sponsor, from }: { readonly sponsor: string; readonly from: string }) {
  const { data: mandate } = useSuspenseQuery(itemQuery('getMandate', from));
  return <Editor sponsor={sponsor} from={{ id: from, title: mandate.terms.title }} initial={valuesOf(mandate.terms)} />;
}
