import { type CalendarDate, dateOf, type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { PassportStep } from '../rules/passport.ts';
import type { StatusOf } from '../rules/statuses.ts';
import { policy } from './small-fakes.fixture.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

/** The passport of a city that has been cleared for the first time. */
function passportFake(validUntil: CalendarDate) {
  const passport = { status: 'cleared' as StatusOf<'passport'>, clearance: 1, validUntil, underReview: false, requests: 1 };
  return {
    view: (now: Instant) => ({ now, ...passport, policy }),
    take: (step: PassportStep) => {
      if (step.do === 'ExpireClearance') passport.status = passport.underReview ? 'requested' : 'expired';
    },
    isRequested: () => {
      Object.assign(passport, { status: 'requested', clearance: 0, underReview: true });
    },
    isAskedForAnew: () => {
      passport.underReview = true;
      passport.requests += 1;
    },
    isClearedAnew: (until: CalendarDate) => {
      Object.assign(passport, { status: 'cleared', clearance: passport.clearance + 1, validUntil: until, underReview: false });
    },
    /** A mild flag changes nothing that a workflow sees. */
    isRemarkedOn: () => undefined,
    becomes: (status: 'flagged' | 'revoked') => {
      passport.status = status;
    },
  };
}

/** A clearance for so many days. */
export async function passport(environment: TestEnvironment, scenario: string, days = 365) {
  const validUntil = dateOf(plusDays(await environment.now(), days));
  const fake = passportFake(validUntil);
  return {
    fake,
    validUntil,
    scene: await environment.passport({ passport: `ddp_${scenario}`, clearance: 1, correlationId: 'scenario' }, fake),
  };
}

/** A city's passport is asked for, and its workflow sends that. */
async function request(environment: TestEnvironment, scenario: string) {
  const fake = passportFake(dateOf(await environment.now()));
  fake.isRequested();
  const input = { passport: `ddp_${scenario}`, clearance: 0, request: 1, correlationId: 'scenario' };
  return { fake, scene: await environment.passport(input, fake) };
}

/** A request, and a clearance from its verdict to each of its ends. */
export const PASSPORT = {
  'passport-requested': way(request),
  'passport-expired': way(passport, ({ fake, scene }) => scene.happens(fake.isRemarkedOn)),
  /** The reminder is heeded, and the next clearance takes the place of this one. */
  'passport-cleared-anew': way(passport, async ({ fake, scene, validUntil }) => {
    await scene.pass(340);
    fake.isAskedForAnew();
    await scene.happens(() => fake.isClearedAnew(dateOf(plusDays(`${validUntil}T00:00:00.000Z`, 365))));
  }),
  'passport-flagged': way(passport, ({ fake, scene }) => scene.happens(() => fake.becomes('flagged'))),
  'passport-revoked': way(passport, ({ fake, scene }) => scene.happens(() => fake.becomes('revoked'))),
};
