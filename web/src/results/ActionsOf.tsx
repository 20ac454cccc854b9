import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/awards';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';

type Props = { readonly city: string; readonly chosen: readonly string[]; readonly onChange: (ids: readonly string[]) => void };

const MOST = 100;

/** The city’s actions for whose results it is nominated. */
export function ActionsOf({ city, chosen, onChange }: Props) {
  const { data } = useQuery({
    queryKey: keys.list('actions', { city, of: 'nomination' }),
    queryFn: ({ signal }) => api.operations.listActions({ city, limit: MOST }, { signal }),
  });
  if (data?.actions.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{m.actions()}</legend>
      <p className="hint">{m.actionsHint()}</p>
      {(data?.actions ?? []).map(({ id, content, results }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            name={`action.${id}`}
            checked={chosen.includes(id)}
            onChange={({ currentTarget: { checked } }) => onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
          <span>{m.actionIs({ title: content.title, results: results.length })}</span>
        </label>
      ))}
    </fieldset>
  );
}
