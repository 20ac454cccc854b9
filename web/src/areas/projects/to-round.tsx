import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { roundsQuery } from './project.queries.ts';

/** The way to the round that is open, where offers are made and questions asked. */
export function ToRound({ project: { id, round, funding } }: { readonly project: Schemas['Project'] }) {
  const { data } = useQuery({ ...roundsQuery(id), enabled: !funding });
  const open = funding ?? data?.fundings.at(-1)?.id;
  return open ? (
    <Link className="btn first" to="/fundings/$id" params={{ id: open }}>
      {m.toRound({ round })}
    </Link>
  ) : null;
}
