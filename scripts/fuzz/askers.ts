import { connect as connectClient } from '@junkan/client/client.ts';
import { type Api, auditor, officerOf, rolesOf, secretary } from '../main-job/api.ts';

/** A caller, with a name for the report and a token that outlasts a run. */
type Asker = { readonly name: string; readonly token: string };

/** An officer of the secretariat, one of a city that has projects, and an auditor, who may change nothing. */
export async function askersOf(address: string, api: Api): Promise<Asker[]> {
  const { projects } = await api.as(auditor).listProjects({ limit: 1 });
  const persons = { secretariat: secretary, city: officerOf(projects[0]?.proposer ?? ''), auditor };
  const open = connectClient({ address });
  return Promise.all(
    Object.entries(persons).map(async ([name, { organisation, role }]) => {
      const { token } = await open.operations.issueToken({}, { person: `fuzz-${name}`, organisation, roles: rolesOf(role) });
      return { name, token };
    }),
  );
}
