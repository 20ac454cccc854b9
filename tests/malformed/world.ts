import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { actorsOf, first, GRANT, proposal, type Sponsor, usd } from '../actors.ts';
import { type Http, http, type Reply, type Someone } from '../http.ts';
import type { MemorySystem } from '../memory-system.ts';

/** One of everything that a request can name: an open round with a live offer, and an agreement in force with its milestone. */
export type World = {
  readonly web: Http;
  get(path: string, who: Someone): Promise<Reply>;
  readonly city: string;
  readonly lender: Sponsor;
  readonly stranger: Sponsor;
  readonly draft: string;
  readonly submitted: string;
  readonly funding: string;
  readonly offer: string;
  readonly agreement: Agreement;
  readonly milestone: Milestone;
  readonly as: Readonly<
    Record<'officer' | 'lender' | 'secretary' | 'verifier' | 'maker' | 'checker' | 'operator' | 'auditor' | 'mayor' | 'board', Someone>
  >;
  /** A command with a body, by a person of the world. The paths are as broken as what is sent to them, so they are spelled here. */
  post(who: Someone, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
};

export async function worldOf({ api, address }: Pick<MemorySystem, 'api' | 'address'>): Promise<World> {
  const actors = actorsOf(api);
  const [city, lender, stranger] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  const bound = await actors.agreed(city, [[lender, '1000.00']]);
  const milestone = first(await actors.signed(bound));
  const round = await actors.opened(await actors.submitted(city));
  const offer = await actors.offer(round.id, lender, '500.00');
  const officer: Someone = { person: 'officer', organisation: city, roles: ['proposer.officer'] };
  const { id: draft } = await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  const submitted = await actors.submitted(city);
  await settled(api);
  const web = http(address);
  const secretariat = (person: string, role: Someone['roles'][number]): Someone => ({
    person,
    organisation: 'secretariat',
    roles: [role],
  });
  return {
    web,
    city,
    lender,
    stranger,
    draft,
    submitted,
    offer,
    milestone,
    funding: round.id,
    agreement: bound,
    as: {
      officer,
      mayor: { person: 'mayor', organisation: city, roles: ['proposer.certifier'] },
      lender: { person: 'lender', organisation: lender.sponsor, roles: ['sponsor.officer'] },
      board: { person: 'board', organisation: lender.sponsor, roles: ['sponsor.approver'] },
      secretary: secretariat('screener', 'secretariat.officer'),
      verifier: secretariat('verifier', 'secretariat.verifier'),
      maker: secretariat('maker', 'finance.maker'),
      checker: secretariat('checker', 'finance.checker'),
      operator: secretariat('operator', 'clock.operator'),
      auditor: secretariat('auditor', 'auditor'),
    },
    get: (path, who) => web.send('GET', `/v1${path}`, { as: who }),
    post: (who, path, body = {}, headers = {}) => web.send('POST', `/v1${path}`, { as: who, body, headers }),
  };
}

/** An id that is well-formed, and that nothing has. */
export const nobodys = (prefix: string): string => `${prefix}_${'0'.repeat(25)}1`;
export const draftOf = ({ city }: World, change: object = {}) => ({ proposer: city, proposal: { ...proposal(), ...change } });
export const offerOf = ({ lender }: World, change: object = {}) => ({
  mandate: lender.mandate,
  envelope: lender.envelope,
  amount: usd('100.00'),
  financing: GRANT,
  ...change,
});
