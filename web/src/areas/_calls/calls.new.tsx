import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { menuCalls } from '#messages';
import { say_draftCall } from '#messages/act-forms-programme-calls';
import * as form from '#messages/call-form';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { CallForm } from './CallForm.tsx';
import { valuesOf } from './written.ts';

const NOWHERE = {};
const MOST = 500;

/** Where an officer of the secretariat, or of a sponsor within one of its mandates, drafts a call. */
export function Page() {
  const session = useSession();
  return (
    <>
      <PageHead
        title={labelOf('draftCall')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/calls">{menuCalls()}</Link>
            </li>
          </ol>
        }
      />
      {session ? <Drafting own={session.organisation} /> : null}
    </>
  );
}

function Drafting({ own }: { readonly own: string }) {
  const navigate = useNavigate();
  const draft = useDraft(`draftCall/${own}`, { ...valuesOf(), mandate: '' });
  const command = useCommand('draftCall', NOWHERE, draft);
  const isSponsor = own.startsWith('spo_');
  const mandates = useMandates(isSponsor ? own : '');
  const mandate = draft.values?.['mandate'] || (mandates[0]?.[0] ?? '');
  return (
    <CallForm
      operation="draftCall"
      draft={draft}
      command={command}
      says={say_draftCall()}
      lacking={isSponsor && mandate === '' ? { mandate: form.noMandate() } : {}}
      first={(faults) =>
        isSponsor ? (
          <Field
            field={{ name: 'mandate', kind: 'choice', required: true, choices: mandates.map(([id]) => id) }}
            label={fieldLabel('mandate')}
            hint={form.mandateHint()}
            choiceText={(id) => new Map(mandates).get(id) ?? id}
            values={{ mandate }}
            fault={faults['mandate']}
            onChange={draft.change}
          />
        ) : null
      }
      send={(content) =>
        command.mutate(
          { body: { content, ...(isSponsor ? { mandate } : {}) } },
          { onSuccess: ({ id }) => void navigate({ to: '/calls/$id', params: { id } }) },
        )
      }
    />
  );
}

/** The published mandates of a sponsor, by their titles. */
function useMandates(sponsor: string): readonly (readonly [id: string, title: string])[] {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('mandates', { sponsor, of: 'calls' }),
    queryFn: async ({ signal }) =>
      sponsor === '' ? { mandates: [] } : api.operations.listMandates({ sponsor, status: 'published', limit: MOST }, { signal }),
  });
  return data.mandates.map(({ id, terms }) => [id, terms.title] as const);
}
