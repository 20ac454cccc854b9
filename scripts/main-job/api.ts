import { type Asking, type Client, connect as connectClient, type Sending } from '@junkan/client/client.ts';
import { operationsBy } from '@junkan/client/operations.ts';
import type { Role } from '@junkan/proto/actor.ts';

/** The public HTTP API as the persons of a trial use it, each with a token of the trial's own issuer. */

/** `second`, `third`: other persons of the same role. `deputy`: a person without a role of their own. */
export type Person = { readonly organisation: string; readonly role: Role | 'deputy'; readonly second?: true; readonly third?: true };

/** Somewhat less than a token of the trial lives. */
const TOKEN_MS = 10 * 60_000;

export type Someone = { readonly person: string; readonly organisation: string; readonly roles: readonly Role[] };

/** What a person is called, '' where nobody says. */
export type Naming = (someone: Someone) => Promise<string>;
const nobodySays: Naming = async () => '';

/** The tokens of a trial's persons, each asked for once and again before it ends. */
export function trialTokens(
  address: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  naming: Naming = nobodySays,
): (someone: Someone) => Promise<string> {
  const open = connectClient({ address, fetch });
  const known = new Map<string, { token: Promise<string>; until: number }>();
  const issued = async ({ person, organisation, roles }: Someone): Promise<string> => {
    const name = await naming({ person, organisation, roles });
    const { token } = await open.operations.issueToken({}, { person, organisation, roles: [...roles], ...(name === '' ? {} : { name }) });
    return token;
  };
  return (someone) => {
    const key = JSON.stringify([someone.person, someone.organisation, someone.roles]);
    const before = known.get(key);
    if (before && before.until > Date.now()) return before.token;
    const token = issued(someone);
    known.set(key, { token, until: Date.now() + TOKEN_MS });
    // The next caller must not see an outage that is over.
    token.catch(() => known.delete(key));
    return token;
  };
}

/** The API as one person uses it: an operation is a step that this person takes. */
export type Acting = Client['operations'] & Pick<Client, 'each' | 'upload' | 'uploadAnswer' | 'uploadStatements' | 'downloadPaymentFile'>;

export const rolesOf = (role: Person['role']): Role[] => (role === 'deputy' ? [] : [role]);

/** By which identifier the trial knows a person. */
export const nameOf = ({ organisation, role, second, third }: Person): string =>
  `${organisation}/${role}${second ? '/second' : ''}${third ? '/third' : ''}`;

export type Api = ReturnType<typeof connect>;

export function connect(address: string, fetch: typeof globalThis.fetch = globalThis.fetch, naming?: Naming) {
  const tokenOf = trialTokens(address, fetch, naming);
  const known = new Map<string, Acting>();
  const actingAs = (person: string, { organisation, role }: Person): Acting => {
    const client = connectClient({ address, fetch, token: () => tokenOf({ person, organisation, roles: rolesOf(role) }) });
    const { operations, each, upload, uploadAnswer, uploadStatements, downloadPaymentFile } = client;
    return Object.assign(Object.create(operations), { each, upload, uploadAnswer, uploadStatements, downloadPaymentFile });
  };

  return {
    as(person: Person): Acting {
      const name = nameOf(person);
      const acting = known.get(name) ?? actingAs(name, person);
      known.set(name, acting);
      return acting;
    },
  };
}

/** The same API, where each command without a key gets the one that `next` returns. */
export function sendingAs(api: Api, next: () => Sending): Api {
  return {
    as(person) {
      const acting = api.as(person);
      // Which step it is, is known only when it is taken.
      const steps = acting as unknown as Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;
      const step = (name: string, ...given: unknown[]): Promise<unknown> => steps[name]?.(...given) ?? Promise.reject(new TypeError(name));
      const sends: typeof step = (name, of, body, sending) =>
        step(name, of, body, (sending as Sending).key === undefined ? { ...next(), ...(sending as Sending) } : sending);
      // Its own properties are what is no operation.
      return operationsBy<Asking, Sending, Acting>(step, sends, { ...acting, listen: acting.listen });
    },
  };
}

/** One trial person for each role and organisation, and a second one where two approve. */
const SECRETARIAT = 'secretariat';
export const secretary: Person = { organisation: SECRETARIAT, role: 'secretariat.officer' };
export const verifier: Person = { organisation: SECRETARIAT, role: 'secretariat.verifier' };
export const approver: Person = { organisation: SECRETARIAT, role: 'secretariat.approver' };
export const maker: Person = { organisation: SECRETARIAT, role: 'finance.maker' };
export const checker: Person = { organisation: SECRETARIAT, role: 'finance.checker' };
export const secondChecker: Person = { ...checker, second: true };
export const secondVerifier: Person = { ...verifier, second: true };
/** Who closes the books has confirmed nothing that is in them. */
export const thirdChecker: Person = { ...checker, third: true };
/** A person of an organisation without a role of their own, who stands in for a colleague. */
export const deputyOf = (organisation: string): Person => ({ organisation, role: 'deputy' });
export const auditor: Person = { organisation: SECRETARIAT, role: 'auditor' };
export const clockOperator: Person = { organisation: SECRETARIAT, role: 'clock.operator' };
export const officerOf = (proposer: string): Person => ({ organisation: proposer, role: 'proposer.officer' });
export const certifierOf = (proposer: string): Person => ({ organisation: proposer, role: 'proposer.certifier' });
export const sponsorOfficerOf = (sponsor: string): Person => ({ organisation: sponsor, role: 'sponsor.officer' });
export const secondApproverOf = (sponsor: string): Person => ({ ...approverOf(sponsor), second: true });
export const trainerOf = (partner: string): Person => ({ organisation: partner, role: 'programme.trainer' });
export const expertOf = (partner: string): Person => ({ organisation: partner, role: 'programme.expert' });
export const jurorOf = (organisation: string): Person => ({ organisation, role: 'programme.juror' });
export const approverOf = (sponsor: string): Person => ({ organisation: sponsor, role: 'sponsor.approver' });
