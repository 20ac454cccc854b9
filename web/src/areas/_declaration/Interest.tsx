import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages/joining';
import { Begin } from '../../acts/Begin.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { type Declaration, registerQuery } from './shared/queries.ts';
import { isInForce } from './shared/standing.ts';
import { useWhereTo } from './WhereTo.tsx';

type Props = { readonly declarations: readonly Declaration[]; readonly organisation: string };

const OVER: readonly string[] = ['withdrawn', 'lapsed', 'declined', 'stopped'];

/** How far the own city is, or the beginning of its way. */
export function Interest({ declarations, organisation }: Props) {
  const navigate = useNavigate();
  const { data } = useQuery(registerQuery(true));
  const own = (data?.rows ?? []).filter(({ city, status }) => city === organisation && !OVER.includes(status));
  const left = declarations.filter(({ id }) => own.every(({ declaration }) => declaration !== id));
  const asked = useWhereTo(false);
  if (!data) return null;
  return (
    <>
      {own.map((signatory) => (
        <Say key={signatory.id} kind="info">
          <p>
            {isInForce(signatory) ? m.yourCityHasSigned() : m.yourCityIsOnItsWay()} <ItemLink id={signatory.id}>{m.goOn()}</ItemLink>
          </p>
        </Say>
      ))}
      {left.length > 0 ? (
        <Begin
          operation="expressInterest"
          roles={['proposer.officer']}
          {...asked}
          onDone={({ id = '' }) => void navigate({ to: '/signatories/$id', params: { id } })}
        />
      ) : null}
    </>
  );
}
