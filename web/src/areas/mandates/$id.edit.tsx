import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import * as forms from '#messages/forms';
import * as m from '#messages/mandates';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TermsEditor } from './Editor.tsx';
import { valuesOf } from './fields.ts';
import { areSame, Differences, type Terms } from './Terms.tsx';

const route = getRouteApi('/members/mandates/$id/edit');

/** Where an officer of a sponsor puts other terms of its mandate in force. */
export function Page() {
  const { id } = route.useParams();
  const { data: mandate } = useSuspenseQuery(itemQuery('getMandate', id));
  const { terms } = mandate;
  const isAllowed = mayDo(mandate, 'reviseMandate');
  return (
    <>
      <PageHead
        title={m.reviseTitle({ mandate: terms.title })}
        below={
          <p>
            <Link to="/mandates/$id" params={{ id }}>
              {m.backToMandate()}
            </Link>
          </p>
        }
      />
      {isAllowed ? <Form mandate={mandate} /> : <p>{mandate.status === 'retired' ? m.retiredStays() : m.officersPublish()}</p>}
    </>
  );
}

type Mandate = { readonly id: string; readonly version: number; readonly revision: number; readonly terms: Parameters<typeof valuesOf>[0] };

function Form({ mandate: { id, version, revision, terms } }: { readonly mandate: Mandate }) {
  const draft = useDraft(`reviseMandate/${id}`, valuesOf(terms));
  const command = useCommand('reviseMandate', { id }, draft);
  const navigate = useNavigate();
  // The differences that were shown are those to the terms of this version.
  const read = useRef(version);
  const publish = (wanted: Terms, ends: { onError(): void }): void => {
    if (read.current !== version || areSame(wanted, terms)) return;
    command.mutate(
      { body: { terms: wanted }, version },
      { onSuccess: () => void navigate({ to: '/mandates/$id', params: { id } }), ...ends },
    );
  };
  return (
    <TermsEditor
      operation="reviseMandate"
      title={m.reviseTitle({ mandate: terms.title })}
      against={{ id, title: terms.title }}
      draft={draft}
      command={command}
      publish={publish}
      review={(wanted) => (
        <>
          <Differences
            before={terms}
            after={wanted}
            of={[`${id}/${revision}`, 'draft']}
            label={m.differences()}
            heads={[m.inForce({ revision }), m.fromNowOn({ revision: revision + 1 })]}
          />
          <ReadNow read={read} version={version} />
        </>
      )}
    />
  );
}

type ReadProps = { readonly read: RefObject<number>; readonly version: number };

/**
 * Remembers against which version the differences were shown; if another is in force meanwhile, it is reviewed before anything is
 * published.
 */
function ReadNow({ read, version }: ReadProps) {
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    read.current = seen;
  }, [read, seen]);
  if (seen === version) return null;
  return (
    <Say kind="wait" isNews>
      <p>{forms.changedMeanwhile({ read: seen, now: version })}</p>
      <button className="btn small" type="button" onClick={() => setSeen(version)}>
        {forms.lookedAgain()}
      </button>
    </Say>
  );
}
