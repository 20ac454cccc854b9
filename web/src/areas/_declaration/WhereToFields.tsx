import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as m from '#messages/joining';
import { byName } from '../../base/parts/locale.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { PlaceOf } from '../../places/PlaceOf.tsx';
import { citiesQuery, declarationsQuery, titleOf } from './shared/queries.ts';

/** Where a city sets out to: which declaration, and its place in the gazetteer; of an invitation also which city. */
export type WhereTo = { readonly declaration: string; readonly place: string; readonly city: string };

type Props = {
  readonly chosen: WhereTo;
  readonly asksCity: boolean;
  readonly fault: string | undefined;
  readonly onChange: (change: Partial<WhereTo>) => void;
};

export function Fields({ chosen: { declaration, place, city }, asksCity, fault, onChange }: Props) {
  const { data: declared } = useQuery(declarationsQuery(true));
  const { data: proposers } = useQuery({ ...citiesQuery, enabled: asksCity });
  const declarations = (declared?.rows ?? [])
    .filter(({ inForce }) => inForce > 0)
    .map((each): readonly [string, string] => [each.id, titleOf(each)]);
  const cities = (proposers?.proposers ?? []).map(({ id, name }): readonly [string, string] => [id, name]).toSorted(byName);
  const [firstDeclaration, firstCity] = [declarations[0]?.[0] ?? '', cities[0]?.[0] ?? ''];
  // One of each is always chosen.
  useEffect(() => {
    if (declaration === '' && firstDeclaration !== '') onChange({ declaration: firstDeclaration });
    if (city === '' && firstCity !== '') onChange({ city: firstCity });
  }, [declaration, firstDeclaration, city, firstCity, onChange]);
  return (
    <>
      {cities.length > 0 ? (
        <PickOne
          name="city"
          label={m.city()}
          hint={m.whichCity()}
          value={city}
          choices={cities}
          onChange={(_, id) => onChange({ city: id })}
        />
      ) : null}
      {declarations.length > 1 ? (
        <PickOne
          name="declaration"
          label={m.declaration()}
          hint={m.whichDeclaration()}
          value={declaration}
          choices={declarations}
          onChange={(_, id) => onChange({ declaration: id })}
        />
      ) : null}
      <PlaceOf value={place} fault={fault} onChange={(_, value) => onChange({ place: value })} />
    </>
  );
}
