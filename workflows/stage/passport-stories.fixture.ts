import { type CalendarDate, dateOf, type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { PassportStep } from '../rules/passport.ts';
import type { StatusOf } from '../rules/statuses.ts';
import { policy } from './small-worlds.fixture.ts';
import type { Theatre } from './theatre.fixture.ts';

/** The passport of a city that has been cleared for the first time. */
function passportWorld(validUntil: CalendarDate) {
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
export async function passport(theatre: Theatre, story: string, days = 365) {
  const validUntil = dateOf(plusDays(await theatre.now(), days));
  const world = passportWorld(validUntil);
  return { world, validUntil, scene: await theatre.passport({ passport: `ddp_${story}`, clearance: 1, correlationId: 'story' }, world) };
}

/** A city's passport is asked for, and its workflow tells of that. */
async function request(theatre: Theatre, story: string) {
  const world = passportWorld(dateOf(await theatre.now()));
  world.isRequested();
  const input = { passport: `ddp_${story}`, clearance: 0, request: 1, correlationId: 'story' };
  return { world, scene: await theatre.passport(input, world) };
}

/** A request, and a clearance from its verdict to each of its ends. */
export const PASSPORT = {
  async 'passport-requested'(theatre: Theatre, story: string) {
    const played = await request(theatre, story);
    await played.scene.end();
    return played;
  },
  async 'passport-expired'(theatre: Theatre, story: string) {
    const played = await passport(theatre, story);
    await played.scene.happens(played.world.isRemarkedOn);
    await played.scene.end();
    return played;
  },
  /** The reminder is heeded, and the next clearance takes the place of this one. */
  async 'passport-cleared-again'(theatre: Theatre, story: string) {
    const played = await passport(theatre, story);
    const { world, scene, validUntil } = played;
    await scene.pass(340);
    world.isAskedForAnew();
    await scene.happens(() => world.isClearedAnew(dateOf(plusDays(`${validUntil}T00:00:00.000Z`, 365))));
    await scene.end();
    return played;
  },
  async 'passport-flagged'(theatre: Theatre, story: string) {
    const played = await passport(theatre, story);
    await played.scene.happens(() => played.world.becomes('flagged'));
    await played.scene.end();
    return played;
  },
  async 'passport-revoked'(theatre: Theatre, story: string) {
    const played = await passport(theatre, story);
    await played.scene.happens(() => played.world.becomes('revoked'));
    await played.scene.end();
    return played;
  },
};
