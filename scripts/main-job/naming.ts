import { kindOf, type OrganisationKind } from '@junkan/proto/actor.ts';
import { inventedName } from '@junkan/trial-sign-in/invented.ts';
import { type Acting, auditor, connect, type Naming } from './api.ts';

type Named = { readonly name: string; readonly countries?: readonly string[]; readonly country?: string };

/** What the persons of the main job are called: as the trial's sign-in calls them, with their organisation, which is asked for once. */
export function trialNames(address: string, fetch: typeof globalThis.fetch): Naming {
  const api = connect(address, fetch).as(auditor);
  const known = new Map<string, Promise<Named | undefined>>();
  return async ({ person, organisation }) => {
    const asked = known.get(organisation) ?? organisationOf(api, organisation);
    known.set(organisation, asked);
    const of = await asked;
    if (!of) known.delete(organisation);
    const { name = organisation, countries = [], country = countries[0] } = of ?? {};
    return `${inventedName(person, country)}, ${name}`;
  };
}

/** Nothing is known of an organisation that the installation does not answer for at the moment. */
async function organisationOf(api: Acting, id: string): Promise<Named | undefined> {
  const kind = kindOf(id);
  if (kind === 'secretariat') return { name: 'Secretariat' };
  const read: Partial<Record<OrganisationKind, () => Promise<Named>>> = {
    sponsor: () => api.getSponsor({ id }),
    partner: () => api.getPartner({ id }),
    proposer: () => api.getProposer({ id }),
  };
  return kind && (await read[kind]?.().catch(() => undefined));
}
