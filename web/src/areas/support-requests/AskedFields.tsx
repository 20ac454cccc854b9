import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/support-requests';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodes } from '../../base/api/lists.ts';
import { byName } from '../../base/parts/locale.ts';
import { Boxes } from '../../forms/Boxes.tsx';
import { Field } from '../../forms/Field.tsx';
import { PlaceOf } from '../../places/PlaceOf.tsx';
import { textOf } from '../../policies/texts.ts';

/** As the form keeps it: the place with its name, and the entries of the library with spaces between them. */
export type Asked = { readonly type: string; readonly place: string; readonly templates: string };

type Props = {
  readonly asked: Asked;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<Asked>) => void;
};

export function Fields({ asked, faults, onChange }: Props) {
  const { type, place, templates } = asked;
  const types = useCodes('instrument-types')
    .map(({ code, name }) => [code, name] as const)
    .toSorted(byName);
  const names = new Map(types);
  const { data: library } = useQuery({
    queryKey: keys.list('policies', { type, status: 'published' }),
    enabled: type !== '',
    queryFn: ({ signal }) => api.operations.listPolicies({ type, status: 'published' }, { signal }),
  });
  const entries = (library?.policies ?? []).map((each) => [each.id, textOf(each).title] as const).toSorted(byName);
  return (
    <>
      <Field
        field={{ name: 'type', kind: 'choice', required: true, choices: [...names.keys()] }}
        values={asked}
        fault={faults['type']}
        choiceText={(code) => names.get(code) ?? code}
        // What it begins with is of its type.
        onChange={(_, code) => onChange({ type: code, templates: '' })}
      />
      <PlaceOf value={place} fault={faults['place']} onChange={(_, chosen) => onChange({ place: chosen })} />
      {entries.length > 0 ? (
        <Boxes
          name="templates"
          legend={m.beginsWith()}
          choices={entries}
          value={templates}
          onChange={(_, chosen) => onChange({ templates: chosen })}
        />
      ) : null}
    </>
  );
}
