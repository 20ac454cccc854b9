import { useSuspenseQuery } from '@tanstack/react-query';
import { secretariat } from '#messages';
import * as c from '#messages/calls';
import { fieldLabel } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { byName } from '../../base/parts/locale.ts';
import { PickOne } from '../../parts/PickOne.tsx';

const MOST = 500;

/** Partner organisations whose people may review, by their names. */
function usePartners(): readonly (readonly [id: string, name: string])[] {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('partners', { of: 'reviewers' }),
    queryFn: ({ signal }) => api.operations.listPartners({ status: 'registered', limit: MOST }, { signal }),
  });
  return data.partners.map(({ id, name }) => [id, name] as const).toSorted(byName);
}

type Props = { readonly own: string; readonly value: string; readonly onChange: (organisation: string) => void };

/** For whom a reviewer acts: the own organisation, or a partner. */
export function OfWhom({ own, value, onChange }: Props) {
  const partners = usePartners();
  const called = own === 'secretariat' ? secretariat() : c.ownOrganisation();
  return (
    <PickOne
      name="organisation"
      label={fieldLabel('organisation')}
      hint={c.organisationHint()}
      value={value}
      choices={[[own, called], ...partners]}
      onChange={(_, chosen) => onChange(chosen)}
    />
  );
}
