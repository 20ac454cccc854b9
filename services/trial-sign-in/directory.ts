import { connect } from '@junkan/client/client.ts';
import type { OrganisationKind } from '@junkan/proto/actor.ts';
import { type Organisation, THE_SECRETARIAT } from './accounts.ts';

type Named = { readonly id: string; readonly name: string; readonly countries?: readonly string[]; readonly country?: string };
const organisationOf = ({ id, name, countries = [], country = countries[0] }: Named): Organisation => ({ id, name, country });

/** How many are listed; others are found by typing their names. */
const SHOWN = 8;
/** As many as one answer lists. */
const MOST = 500;

export type Directory = ReturnType<typeof directoryOf>;

/** The organisations of the installation, as its API lists them to an auditor. `token`: makes that auditor's token. */
export function directoryOf(address: string, token: () => Promise<string>) {
  const { operations } = connect({ address, token });
  const named = (id: string, kind: OrganisationKind): Promise<Named> => {
    if (kind === 'sponsor') return operations.getSponsor({ id });
    return kind === 'partner' ? operations.getPartner({ id }) : operations.getProposer({ id });
  };
  return {
    async proposers(q: string): Promise<Organisation[]> {
      const { proposers } = await operations.listProposers({ ...(q ? { q } : {}), limit: SHOWN });
      return proposers.map(organisationOf);
    },
    async sponsors(q: string): Promise<Organisation[]> {
      const { sponsors } = await operations.listSponsors({ ...(q ? { q } : {}), limit: SHOWN });
      return sponsors.map(organisationOf);
    },
    /** There are few, and no search for them. */
    async partners(q: string): Promise<Organisation[]> {
      const { partners } = await operations.listPartners({ sort: 'name', limit: MOST });
      const isFound = (name: string): boolean => name.toLowerCase().includes(q.toLowerCase());
      const found = partners.filter(({ name, otherNames }) => [name, ...otherNames.map((each) => each.name)].some(isFound));
      return found.slice(0, SHOWN).map(organisationOf);
    },
    /** @throws where there is no such organisation. */
    async organisation(id: string, kind: OrganisationKind): Promise<Organisation> {
      if (kind === 'secretariat') return THE_SECRETARIAT;
      return organisationOf(await named(id, kind));
    },
  };
}
