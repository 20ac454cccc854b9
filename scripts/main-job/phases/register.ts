import { createHash } from 'node:crypto';
import { moneyText } from '@junkan/kit/money-text.ts';
import { type Api, approverOf, officerOf, secretary, sponsorOfficerOf } from '../api.ts';
import { checksBy, criteriaOf } from '../criteria.ts';
import { openAccount } from '../demonstrations/accounts.ts';
import { inParallel } from '../in-parallel.ts';
import type { Project } from '../messages.ts';
import type { Member, Party } from '../plan.ts';
import { proposalOf, termsOf } from '../proposals.ts';
import type { ProjectRow } from '../tables/projects.ts';
import { agencyOf, foundOf, screeningOf, usDollars } from '../tables/rules.ts';
import type { WindowRow } from '../tables/windows.ts';

/** Names a thing by its content: the same again is the same command. */
const keyOf = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);

const accountKey = (...of: readonly string[]) => ({ key: keyOf('account', ...of) });

/** The secretariat registers each window as a sponsor; the sponsor publishes its mandate and opens its envelope. */
export const registerSponsors = (api: Api, windows: readonly WindowRow[]): Promise<Party[]> =>
  inParallel(windows, async (window) => {
    const name = window.window;
    const registration = { name, kind: 'development-bank' } as const;
    const { id: sponsor } = await api.as(secretary).registerSponsor({}, registration, { key: keyOf('sponsor', name) });
    const terms = termsOf(window);
    const mandate = await api.as(sponsorOfficerOf(sponsor)).publishMandate({}, { sponsor, terms }, { key: keyOf('mandate', terms) });
    await openAccount(api, sponsor, 'Development bank', accountKey);
    const total = moneyText(usDollars(window.total));
    const opening = { key: keyOf('envelope', total) };
    const envelope = await api.as(approverOf(sponsor)).openEnvelope({ id: sponsor }, { total }, opening);
    return { window, sponsor, mandate: mandate.id, envelope: envelope.id };
  });

export type Imported = { readonly members: readonly Member[]; readonly differing: readonly { reference: string; reason: string }[] };

/** Every row becomes a proposal of its agency, submitted and screened; existing ones are left unchanged. */
export async function importProjects(api: Api, rows: readonly ProjectRow[]): Promise<Imported> {
  const agencies = await registerAgencies(api, rows);
  const found = await Array.fromAsync(api.as(secretary).each('listProjects'));
  const known = new Map(found.map((project) => [project.proposal.reference, project]));
  const criteria = await criteriaOf(api);
  const differing: { reference: string; reason: string }[] = [];
  const members = await inParallel(rows, async (row) => {
    const proposer = agencies.get(agencyKey(row)) ?? '';
    const { id, status, difference } = await draft(api, row, proposer, known.get(row.id));
    if (difference) differing.push({ reference: row.id, reason: difference });
    return { id, row, status: await screen(api, { row, id, proposer, status, criteria }) };
  });
  return { members, differing };
}

const agencyKey = (row: ProjectRow): string => JSON.stringify([row.place.key, agencyOf(row)]);

async function registerAgencies(api: Api, rows: readonly ProjectRow[]): Promise<Map<string, string>> {
  const agencies = [...new Map(rows.map((row) => [agencyKey(row), row])).entries()];
  const ids = await inParallel(agencies, async ([key, row]) => {
    const agency = { name: agencyOf(row), kind: 'agency', countries: row.place.countries } as const;
    const { id } = await api.as(secretary).registerProposer({}, agency, { key: keyOf('proposer', key) });
    await openAccount(api, id, 'Agency', accountKey);
    return [key, id] as const;
  });
  return new Map(ids);
}

type Drafted = { readonly id: string; readonly status: string; readonly difference?: string };

/** A known reference with changed values is a revision while it is a draft, and is reported as different after that. */
async function draft(api: Api, row: ProjectRow, proposer: string, known: Project | undefined): Promise<Drafted> {
  const proposal = proposalOf(row);
  const officer = api.as(officerOf(proposer));
  const correlationId = `import:${row.id}`;
  if (!known) return officer.draftProject({}, { proposer, proposal }, { key: keyOf('draft', proposer, proposal), correlationId });
  if (known.proposer !== proposer) return { ...known, difference: 'another agency proposes it' };
  if (isSame(known.proposal, proposal)) return known;
  if (known.status !== 'draft') return { ...known, difference: `its values have changed, but it is ${known.status} already` };
  const { id, version } = known;
  const sending = { key: keyOf('revise', version, proposal), version, correlationId };
  return officer.reviseProposal({ id }, proposal, sending);
}

/** What an earlier version did not say of a project: that it is not there is no change. */
const LATER: ReadonlySet<string> = new Set(['place', 'cost', 'otherSources']);

/** Whether the API's proposal says what the row says: all that the row states, and no target where it states none. */
function isSame(known: object, proposal: ReturnType<typeof proposalOf>): boolean {
  const shown = known as Record<string, unknown> & { readonly place?: { readonly id: string } };
  const own: Record<string, unknown> = { ...shown, ...(shown.place ? { place: { id: shown.place.id } } : {}) };
  const stated = Object.entries(proposal).every(
    ([key, value]) =>
      (LATER.has(key) && shown['cost'] === undefined && shown.place === undefined) || JSON.stringify(own[key]) === JSON.stringify(value),
  );
  return stated && ('target' in proposal || shown['target'] === undefined);
}

type ToScreen = {
  readonly row: ProjectRow;
  readonly id: string;
  readonly proposer: string;
  readonly status: string;
  readonly criteria: readonly string[];
};

async function screen(api: Api, { row, id, proposer, status, criteria }: ToScreen): Promise<string> {
  const correlationId = `import:${row.id}`;
  let now = status;
  if (now === 'draft') {
    const sending = { key: `submit:${id}`, correlationId };
    now = (await api.as(officerOf(proposer)).submitProject({ id }, {}, sending)).status;
  }
  if (now !== 'submitted') return now;
  const screening = screeningOf(row);
  const [officer, sending] = [api.as(secretary), { key: `screen:${id}`, correlationId }];
  const checks = checksBy(criteria, foundOf(row));
  const verdict = screening.eligible
    ? officer.declareEligible({ id }, { checks }, sending)
    : officer.declareIneligible({ id }, { reasons: [screening.because], checks }, sending);
  return (await verdict).status;
}
