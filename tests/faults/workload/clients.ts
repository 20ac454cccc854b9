import { setTimeout as sleep } from 'node:timers/promises';
import { proposal } from '../../actors.ts';
import type { Rng } from '../../rng.ts';
import { gate as newGate, Stopped } from './gate.ts';
import { journey } from './journey.ts';
import { answered, openAccount, openParties, type Parties, WasRefused } from './parties.ts';
import { reader } from './reader.ts';
import { type Sending, sending } from './sending.ts';
import type { City } from './stage.ts';
import { waits as newWaits } from './waits.ts';

export type Clients = Awaited<ReturnType<typeof startClients>>;

const POLL_MS = 20;
/** How often a proposal is revised before another is drafted: as often as it may be, which is more than a snapshot takes. */
const REVISIONS = 200;
const REVISION_PAUSE_MS = 40;

type Options = {
  /** Of the gateways: each is asked in turn. */
  readonly addresses: readonly string[];
  /** Begins every key, so that two crowds of one installation do not meet. */
  readonly name: string;
  readonly rng: Rng;
  /** How many actors drive one project after another, side by side. */
  readonly projects: number;
  /** How many revise proposals, again and again. */
  readonly revisers?: number;
  /** How often, of a hundred times, a command is sent once more after its answer. */
  readonly repeated?: number;
};

/** Gathers actors, who begin at once. */
export async function startClients({ addresses, name, rng, projects, revisers = 1, repeated }: Options) {
  const gate = newGate();
  const waits = newWaits(gate);
  const send = sending({ addresses, name, gate, rng, repeated });
  const parties = await openParties(send);
  const cities = await Promise.all(Array.from({ length: projects + revisers }, (_, index) => cityOf(send, parties, index)));
  await accountsCool(send, parties);
  const completed: string[] = [];
  const troubles: string[] = [];

  /** Goes on for ever: what is wrong with one project is noted, and the next begins. */
  async function again(once: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await once();
      } catch (error) {
        if (error instanceof Stopped) return;
        if (!(error instanceof WasRefused)) troubles.push(error instanceof Error ? error.message : String(error));
        await sleep(POLL_MS);
      }
    }
  }
  const reading = reader({ address: addresses[0] ?? '', fetch: send.fetch, gate });
  const working = [
    reading.reading(),
    ...cities.slice(revisers).map((city) => again(async () => completed.push(await journey({ send, waits, parties, city, rng })))),
    ...cities.slice(0, revisers).map((city) => again(() => revising(send, city))),
  ];

  return {
    send,
    cities,
    /** Projects that reached their last payment and were completed. */
    completed,
    /** What actors met and could not go on from. */
    troubles,
    owed: waits.owed,
    /** Lists that were read, and later contained what they do not contain afterwards. */
    listsRead: reading.read,
    wentBack: reading.wentBack,
    /** Lets nothing new begin, and waits until all that was sent has its answer. */
    async pause(): Promise<void> {
      gate.shut();
      while (gate.underWay > 0) await sleep(POLL_MS);
    },
    goOn: (): void => gate.open(),
    async stop(): Promise<void> {
      gate.stop();
      await Promise.all(working);
    },
  };
}

const COOLING_MS = 4 * 86_400_000;
async function accountsCool(send: Sending, { desk: { clock } }: Parties): Promise<void> {
  const { now = '' } = (await send.read(clock, 'getClock', {})) ?? {};
  await send.command(clock, 'advanceClock', {}, { to: new Date(Date.parse(now) + COOLING_MS).toISOString() });
}

async function cityOf(send: Sending, parties: Parties, index: number): Promise<City> {
  const made = await send.command(
    parties.desk.screener,
    'registerProposer',
    {},
    { name: `City ${index}`, kind: 'city', countries: ['JP'] },
  );
  const { id } = answered(made);
  const someone = (role: 'proposer.officer' | 'proposer.certifier') => ({ person: `${id}-${role}`, organisation: id, roles: [role] });
  const city = { id, officer: someone('proposer.officer'), certifier: someone('proposer.certifier') };
  await openAccount(send, id, city.officer, city.certifier);
  return city;
}

/** A draft that is revised without end: a long stream, with commands that a late repeat would undo. */
async function revising({ command }: Sending, { id: proposer, officer }: City): Promise<void> {
  const { reference, ...rest } = proposal();
  const { id } = answered(await command(officer, 'draftProject', {}, { proposer, proposal: { reference, ...rest } }));
  for (let version = 1; version <= REVISIONS; version += 1) {
    const revised = { reference, ...rest, title: `Refill shops, in words of version ${version}` };
    // Any version will do: so nothing but its key distinguishes a late repeat from a new command.
    answered(await command(officer, 'reviseProposal', { id }, revised, { headers: { 'if-match': '*' } }));
    await sleep(REVISION_PAUSE_MS);
  }
}
