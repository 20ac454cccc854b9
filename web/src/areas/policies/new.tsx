import { Link, useNavigate } from '@tanstack/react-router';
import { menuPolicies } from '#messages';
import * as form from '#messages/policy-form';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { locale } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { InstrumentForm } from './InstrumentForm.tsx';
import { valuesOf } from './written.ts';

const NOWHERE = {};
const REFERENCE = { name: 'reference', kind: 'line', required: true, max: 100 } as const;
const INITIAL = { ...valuesOf(), 'texts.0.language': locale, reference: '' };

/** Where an officer of the secretariat, or of a city, enters a policy. */
export function Page() {
  const navigate = useNavigate();
  const draft = useDraft('draftInstrument', INITIAL);
  const command = useCommand('draftInstrument', NOWHERE, draft);
  const reference = draft.values?.['reference']?.trim() ?? '';
  return (
    <>
      <PageHead
        title={labelOf('draftInstrument')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/policies">{menuPolicies()}</Link>
            </li>
          </ol>
        }
      />
      <InstrumentForm
        operation="draftInstrument"
        draft={draft}
        command={command}
        lacking={reference === '' ? ['reference'] : []}
        first={(faults) => (
          <Field
            field={REFERENCE}
            label={fieldLabel('reference')}
            hint={form.referenceHint()}
            values={draft.values ?? INITIAL}
            fault={faults['reference']}
            onChange={draft.change}
          />
        )}
        send={(content) =>
          command.mutate(
            { body: { reference, content } },
            { onSuccess: ({ id }) => void navigate({ to: '/policies/$id', params: { id } }) },
          )
        }
      />
    </>
  );
}
