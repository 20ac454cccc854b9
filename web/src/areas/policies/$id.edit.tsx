import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import * as form from '#messages/policy-form';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { textOf } from '../../policies/texts.ts';
import { InstrumentForm } from './InstrumentForm.tsx';
import { valuesOf } from './written.ts';

const route = getRouteApi('/members/policies/$id/edit');

/** Where who has entered a policy writes what is drafted of it, or its next version. */
export function Page() {
  const { id } = route.useParams();
  const { data: policy } = useSuspenseQuery(itemQuery('getPolicyInstrument', id));
  return (
    <>
      <PageHead
        title={labelOf('reviseInstrument')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/policies/$id" params={{ id }}>
                {textOf(policy).title}
              </Link>
            </li>
          </ol>
        }
      />
      {mayDo(policy, 'reviseInstrument') ? <Revising policy={policy} /> : <p>{form.notYours()}</p>}
    </>
  );
}

function Revising({ policy: { id, version, draft: drafted, versions } }: { readonly policy: Schemas['PolicyInstrument'] }) {
  const navigate = useNavigate();
  const before = drafted ?? versions.at(-1)?.content;
  const draft = useDraft(`reviseInstrument/${id}`, valuesOf(before));
  const command = useCommand('reviseInstrument', { id }, draft);
  return (
    <InstrumentForm
      operation="reviseInstrument"
      {...(before && { before })}
      draft={draft}
      command={command}
      send={(content) =>
        command.mutate({ body: content, version }, { onSuccess: () => void navigate({ to: '/policies/$id', params: { id } }) })
      }
    />
  );
}
