import { plusDays } from '@junkan/kit/pure/dates.ts';
import { bothAccepted, funding, paidAndClosed } from './funding-stories.fixture.ts';
import type { Theatre } from './theatre.fixture.ts';

/** Everything is approved, and the agreement waits for its signatures. */
async function drafted(theatre: Theatre, story: string) {
  const played = await bothAccepted(theatre, story);
  const { world, scene } = played;
  world.approvesOffer('off_a');
  await scene.happens(() => world.approvesOffer('off_b'));
  await scene.happens(() => world.decidesOnProject('approved'));
  return played;
}

/** The turns that a round and its agreement can take, each to its end. */
export const FUNDING_TURNS = {
  async 'funding-countered-closed'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.proposes('off_a', 'large', 800n));
    await scene.happens(() => world.counters('off_a', 700n));
    world.accepts('off_a');
    await scene.happens(() => world.proposes('off_b', 'small', 300n));
    await scene.happens(() => world.accepts('off_b'));
    world.approvesOffer('off_a');
    await scene.happens(() => world.approvesOffer('off_b'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-expired-unfunded'(theatre: Theatre, story: string) {
    const played = await funding(theatre, story);
    const { world, scene } = played;
    const until = plusDays(await scene.now(), 20);
    await scene.happens(() => world.proposes('off_a', 'large', 700n, until));
    await scene.end();
    return played;
  },
  /** One of two withdraws before its approval, and a third takes its place. */
  async 'funding-withdrawn-refilled-closed'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.approvesOffer('off_a'));
    const now = await scene.now();
    await scene.happens(() => world.withdraws('off_b', now));
    await scene.happens(() => world.proposes('off_c', 'small', 300n));
    await scene.happens(() => world.accepts('off_c'));
    await scene.happens(() => world.approvesOffer('off_c'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-withdrawn-unfunded'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    const now = await played.scene.now();
    await played.scene.happens(() => played.world.withdraws('off_a', now));
    await played.scene.end();
    return played;
  },
  async 'funding-project-withdrawn'(theatre: Theatre, story: string) {
    const played = await bothAccepted(theatre, story);
    await played.scene.happens(() => played.world.decidesOnProject('withdrawn'));
    await played.scene.end();
    return played;
  },
  async 'funding-declined-by-city'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    await played.scene.happens(() => played.world.declinesToSign('org_city'));
    await played.scene.end();
    return played;
  },
  /** A sponsor declines to sign, another fills its gap, and the agreement is drafted and signed again. */
  async 'funding-declined-by-sponsor-closed'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.declinesToSign('small'));
    await scene.happens(() => world.proposes('off_c', 'small', 300n));
    await scene.happens(() => world.accepts('off_c'));
    await scene.happens(() => world.approvesOffer('off_c'));
    await paidAndClosed(played);
    return played;
  },
  async 'funding-suspended-resumed-closed'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.signs());
    await scene.happens(() => world.measureTakesEffect('suspended'));
    await scene.pass(100);
    await scene.happens(() => world.measureTakesEffect('effective'));
    await scene.happens(() => world.paysAll());
    await scene.happens(() => world.closes());
    await scene.end();
    return played;
  },
  async 'funding-measure-reminded-terminated'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.signs());
    await scene.happens(() => world.measureIsProposed('secretariat', 'org_city', 'small'));
    await scene.pass(10);
    await scene.happens(() => world.measureTakesEffect('terminated'));
    await scene.end();
    return played;
  },
  async 'funding-terminated'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.signs());
    await scene.happens(() => world.measureTakesEffect('terminated'));
    await scene.end();
    return played;
  },
  async 'funding-suspended-terminated-in-two-steps'(theatre: Theatre, story: string) {
    const played = await drafted(theatre, story);
    const { world, scene } = played;
    await scene.happens(() => world.signs());
    await scene.happens(() => world.measureTakesEffect('suspended'));
    await scene.happens(() => world.measureTakesEffect('terminating'));
    await scene.end();
    return played;
  },
};
