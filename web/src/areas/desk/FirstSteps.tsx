import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as own from '#messages/desk';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { Session } from '../../base/api/session.ts';

const OVER: readonly string[] = ['withdrawn', 'lapsed', 'declined', 'stopped'];

const stepsQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.list('signatories', { firstStepsOf: proposer }),
    queryFn: async ({ signal }) => {
      const [{ kind }, { declarations }, { signatories }, { projects }] = await Promise.all([
        api.operations.getProposer({ id: proposer }, { signal }),
        api.operations.listDeclarations({}, { signal }),
        api.operations.listSignatories({ city: proposer }, { signal }),
        api.operations.listProjects({ proposer, limit: 1 }, { signal }),
      ]);
      const open = declarations.filter(({ inForce }) => inForce > 0);
      const own = signatories.filter(({ status }) => !OVER.includes(status));
      return {
        maySign: kind === 'city' && open.some(({ id }) => own.every(({ declaration }) => declaration !== id)),
        hasProject: projects.length > 0,
      };
    },
  });

/** What a city begins with where nothing waits for it: the declaration that it has not signed, and its first project. */
export function FirstSteps({ organisation, roles }: Pick<Session, 'organisation' | 'roles'>) {
  const { data } = useQuery(stepsQuery(organisation));
  if (!data) return null;
  return (
    <>
      {data.maySign ? (
        <p>
          {own.notSignedYet()} <Link to="/sign">{own.toSign()}</Link>
        </p>
      ) : null}
      {data.hasProject || !roles.includes('proposer.officer') ? null : (
        <p>
          {own.noProjectYet()} <Link to="/projects/new">{own.toPropose()}</Link>
        </p>
      )}
    </>
  );
}
