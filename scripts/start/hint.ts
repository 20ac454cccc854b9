import type { OrganisationKind } from '@junkan/proto/actor.ts';
import { rolesIn, THE_SECRETARIAT } from '@junkan/trial-sign-in/accounts.ts';
import { ENGLISH } from '@junkan/trial-sign-in/words.ts';
import { connect } from '../main-job/api.ts';
import { waitingIn } from '../main-job/demonstrations/in-progress.ts';

/** The name of one sponsor, of one proposer and of one partner; nothing where there is none yet. */
type Listed = {
  readonly sponsor?: string | undefined;
  readonly proposer?: string | undefined;
  readonly partner?: string | undefined;
  readonly waiting?: Awaited<ReturnType<typeof waitingIn>>;
};

/** Those that the trial's sign-in lists first. Nothing is known of an installation that does not answer. */
export async function listedFirst(address: string): Promise<Listed> {
  const api = connect(address);
  const auditor = api.as({ organisation: THE_SECRETARIAT.id, role: 'auditor' });
  const asked = Promise.all([
    auditor.listSponsors({ limit: 1 }),
    auditor.listProposers({ limit: 1 }),
    auditor.listPartners({ limit: 1, sort: 'name' }),
    waitingIn(api),
  ]);
  return asked.then(
    ([{ sponsors }, { proposers }, { partners }, waiting]) => ({
      sponsor: sponsors[0]?.name,
      proposer: proposers[0]?.name,
      partner: partners[0]?.name,
      waiting,
    }),
    () => ({}),
  );
}

const WIDTH = 24;
/** One line for each role that an organisation of this kind has: its title, and what it does. */
const roleLines = (kind: OrganisationKind): string[] =>
  rolesIn(kind).map((role) => `    ${ENGLISH.role({ role }).padEnd(WIDTH)}${ENGLISH.does({ role })}`);

const suchAs = (kind: string, name: string | undefined): string =>
  name === undefined ? `  ${kind}, found by its name once there is one` : `  ${kind}, such as ${name}`;

/** What waits, for each role of each organisation, and where it is. */
const waitingLines = (address: string, waiting: NonNullable<Listed['waiting']>): string =>
  waiting.length === 0
    ? ''
    : `
What waits for somebody, each found on the desk of that role as well:
${[...Map.groupBy(waiting, (each) => each.of)]
  .map(([of, items]) => `  ${of}\n${items.map((each) => waitingLine(address, each)).join('\n')}`)
  .join('\n')}
`;

const waitingLine = (address: string, { by, title, path }: NonNullable<Listed['waiting']>[number]): string =>
  `    ${ENGLISH.role({ role: by }).padEnd(WIDTH)}${title}: ${address}${path}`;

/** What to do with a started installation. `address`: where browsers and clients find it. */
export const hintOf = (address: string, { sponsor, proposer, partner, waiting = [] }: Listed): string => `
Open ${address} in a browser, choose “Sign in”, and choose an organisation and a person of it. Nobody needs a password.

  ${THE_SECRETARIAT.name}
${roleLines('secretariat').join('\n')}
${suchAs('A sponsor', sponsor)}
${roleLines('sponsor').join('\n')}
${suchAs('A city', proposer)}
${roleLines('proposer').join('\n')}
${suchAs('A partner organisation', partner)}
${roleLines('partner').join('\n')}

The page lists some sponsors, cities and partners, and finds every other one by its name. To be somebody else, sign out, there too.
${waitingLines(address, waiting)}
The API is at ${address}/v1 . Try:
  curl -s ${address}/status
  TOKEN=$(curl -s -X POST ${address}/v1/trial/tokens -H 'content-type: application/json' \\
    -d '{"person":"you","organisation":"secretariat","roles":["auditor"]}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
  curl -s ${address}/v1/projects?status=closed -H "authorization: Bearer $TOKEN"
  curl -s ${address}/v1/accounts -H "authorization: Bearer $TOKEN"
Check all that is stored with: npm run junkan -- verify
Ctrl-C stops everything.`;
