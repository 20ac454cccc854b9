import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { DueRung, PendingTurn, SignatoryStep, WholeSignatoryView } from '../rules/signatory.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

type Planned = DueRung & { readonly at: Instant };

/** A city on its way to sign, and then what it owes: each step of its ladder on its day. */
function signatoryFake(from: Instant) {
  const signatory = { status: 'interested' as WholeSignatoryView['status'], attempt: 1, since: from };
  let rungs: Planned[] = [];
  let turns: PendingTurn[] = [];
  let affirm = 0;
  const becomes = (status: WholeSignatoryView['status'], since: Instant): void => {
    Object.assign(signatory, { status, since });
  };
  return {
    view: (now: Instant): WholeSignatoryView => {
      const isIn = signatory.status === 'active' || signatory.status === 'suspended';
      const due = isIn ? rungs.filter(({ at }) => at <= now).map(({ at: _, ...rung }) => rung) : [];
      const ahead = isIn ? rungs.flatMap(({ at }) => (at > now ? [at] : [])) : [];
      return { now, ...signatory, due, turns, affirm, next: ahead.toSorted()[0] ?? '' };
    },
    take: (step: SignatoryStep): void => {
      if (step.do === 'ReachRung') rungs = rungs.filter((each) => each.rung !== step.rung || each.days !== step.days);
      if (step.do === 'AskToAffirm') affirm = 0;
      if (step.do === 'ChangeTurn') turns = turns.filter(({ source }) => source !== step.source);
    },
    becomes,
    /** Its plan is opened, reminded of and overdue after so many days. */
    isAdmitted: (now: Instant): void => {
      becomes('active', now);
      const of = (rung: string, after: number, days = 0): Planned => ({
        obligation: 'plan',
        rung,
        days,
        due: '2029-03-31',
        at: plusDays(now, after),
      });
      rungs = [of('opened', 20), of('reminded', 50, 30), of('overdue', 81), of('help-offered', 95)];
    },
    /** What is handed in stops the ladder. */
    isHandedIn: (at: Instant): void => {
      rungs = [];
      turns = [{ obligation: 'plan', fact: 'submitted', at, source: 'pln_a@3' }];
    },
    /** A newer version of its declaration is in force. */
    isSuperseded: (): void => {
      affirm = 2;
    },
    beginsAnew: (): void => {
      signatory.attempt += 1;
    },
  };
}

/** A city that would like to sign. */
async function signatory(environment: TestEnvironment, scenario: string) {
  const fake = signatoryFake(await environment.now());
  const input = { signatory: `sgn_${scenario}`, attempt: 1, correlationId: 'scenario' };
  return { fake, scene: await environment.signatory(input, fake) };
}

async function admitted(environment: TestEnvironment, scenario: string) {
  const played = await signatory(environment, scenario);
  const { fake, scene } = played;
  const now = await scene.now();
  for (const status of ['invited', 'council-decided', 'signed', 'checked'] as const) await scene.happens(() => fake.becomes(status, now));
  await scene.happens(() => fake.isAdmitted(now));
  return played;
}

/** From what is first heard of a city to each of the ends of its signature. */
export const SIGNATORY = {
  /** Nobody answers it for long. */
  'signatory-declined': way(signatory, async ({ fake, scene }) => {
    await scene.pass(10);
    await scene.happens(() => fake.becomes('declined', ''));
  }),
  /** Signed and not checked, then checked and not admitted, for long. */
  'signatory-unchecked-stopped': way(signatory, async ({ fake, scene }) => {
    const signed = await scene.now();
    await scene.happens(() => fake.becomes('signed', signed));
    await scene.pass(20);
    const checked = await scene.now();
    await scene.happens(() => fake.becomes('checked', checked));
    await scene.pass(10);
    await scene.happens(() => fake.becomes('stopped', ''));
  }),
  'signatory-handed-in-withdrawn': way(admitted, async ({ fake, scene }) => {
    await scene.pass(60);
    const now = await scene.now();
    await scene.happens(() => fake.isHandedIn(now));
    await scene.happens(() => fake.becomes('withdrawn', now));
  }),
  'signatory-silent-suspended-lapsed': way(admitted, async ({ fake, scene }) => {
    await scene.pass(100);
    const now = await scene.now();
    await scene.happens(() => fake.becomes('suspended', now));
    await scene.happens(() => fake.becomes('lapsed', now));
  }),
  /** Asked about a newer version of its declaration, it goes on as before. */
  'signatory-superseded-withdrawn': way(admitted, async ({ fake, scene }) => {
    await scene.pass(30);
    await scene.happens(fake.isSuperseded);
    await scene.pass(30);
    const now = await scene.now();
    await scene.happens(() => fake.becomes('withdrawn', now));
  }),
  /** It has left and begun another attempt before its workflow observes that. */
  'signatory-begun-anew': way(admitted, async ({ fake, scene }) => {
    await scene.happens(fake.beginsAnew);
  }),
};
