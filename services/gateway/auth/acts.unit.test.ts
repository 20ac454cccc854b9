import { KIND_OF_ROLE, type OrganisationKind, type Role } from '@junkan/kit/pure/actor.ts';
import { expect, test } from 'vitest';
import { ACTS, type Act } from './acts.ts';

const KINDS: Readonly<Record<OrganisationKind, string>> = {
  proposer: 'the city or agency that proposes, `org_…`',
  sponsor: 'the sponsor, `spo_…`',
  secretariat: 'the secretariat of the installation',
  system: 'the system itself',
};
const roles = Object.entries(KIND_OF_ROLE) as [Role, OrganisationKind][];
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const act = ([name, { roles: needed, of }]: [string, Act]): string =>
  row(name, needed.join(', '), of === 'own' ? 'its own' : 'any that is registered');

const page = `# Who may do what

This page is made from the tables that the API describes itself with; deciders of the services enforce them.

A role counts only in an organisation of its kind. A token with a role of another kind, or of an organisation that is not registered, is
refused as a whole. Whoever has acted acts for one organisation from then on: in another one the same person goes by another identity.

${row('role', 'held in')}
${row('---', '---')}
${roles.map(([role, kind]) => row(role, KINDS[kind])).join('\n')}

What the issuer of the tokens calls the secretariat is a setting, \`JUNKAN_SECRETARIAT\`. The role of the system cannot come from outside.

## Acts

One of the roles is needed, for the organisation that the thing is of: as its proposer, as the sponsor of the offer, as a party to the
agreement. Where sides answer each other, it is the turn of one of them.

${row('operation', 'roles', 'for which organisation')}
${row('---', '---', '---')}
${Object.entries(ACTS).map(act).join('\n')}

## Duties that one person does not join

- Nobody screens, approves or signs for what the same person drafted, revised, submitted or completed; nobody approves a project that the same
  person screened or opened.
- Nobody approves an offer in whose terms the same person had a part, on either side.
- Nobody signs for two parties. The proposer's signature is of another person than those who prepared the proposal.
- Whoever submitted a report of a milestone, also one that was returned, or uploaded evidence that it cites, neither judges the milestone, nor
  waives it, nor has to do with its payments.
- What is [on hold](holds.md) is released by another person than who holds it, and than who reported, verified or requested it.
- Verified, requested and approved are three persons, and above [a limit](approval-rules.md) four, as two approve. Limits are proposed by one person and
  approved by another. What the bank did, and whose account its statement is of, is said by one and confirmed by another.
- Roles that decide are given to another person for some days, whom a third one confirms: [delegation](delegation.md). Giver and taker count as one person.
- Measures, waivers, closures and the last day of a [budget](budgets.md) are proposed by one person and approved by another. Due diligence is judged by another than who asked for it.
`;

test('the published table of who may do what is the one that the API goes by', async () => {
  await expect(page).toMatchFileSnapshot('../../../docs/authority.md');
});
