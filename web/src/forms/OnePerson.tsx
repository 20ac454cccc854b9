import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useId } from 'react';
import { personName } from '../acts/words.ts';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';

type Props = Omit<ComponentProps<'input'>, 'className' | 'list'>;

/**
 * Who a person is, by the identifier at the own sign-in. Who has acted for the organisation is offered by name; the secretariat is offered the people of
 * partners as well. Somebody else is written.
 */
export function OnePerson(props: Props) {
  const list = useId();
  const { data } = useQuery({
    queryKey: keys.list('people', {}),
    queryFn: ({ signal }) => api.operations.listPeople({ with: 'names' }, { signal }),
  });
  const { people = [], names = {} } = data ?? {};
  return (
    <>
      <input className="in" autoComplete="off" {...props} list={list} />
      <datalist id={list}>
        {people.map(({ person }) => (
          <option key={person} value={person}>
            {personName(names, person)}
          </option>
        ))}
      </datalist>
    </>
  );
}
