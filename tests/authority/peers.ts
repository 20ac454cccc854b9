import { settled } from '@junkan/scripts/main-job/clock.ts';
import { goalIn, invitedTo, learning } from '../peers.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

type Done = Possible & { readonly by: ReturnType<typeof asRole> };
const NOTE = { note: 'because' };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};

/** Two cities of which each has done what the other plans: the one learns from the other, and then that one from the first. */
export async function* lifeOfExchanges(scene: Scene): Part<void> {
  const { api, actors, city } = scene;
  const other = await learning(api, await actors.city('Nara'), 1);
  const own = await learning(api, city, 3);
  const by = () => ({ by: asRole(city) });
  const terms = { open: true, capacity: 2, languages: ['en'], interpreter: true };
  yield moment('no terms', { act: 'setPeerTerms', body: terms, ...by() });
  const invite = async (): Promise<Done> => ({
    act: 'inviteToExchange',
    body: { provider: other.city, goals: await goalIn(api), travel: 'none', ...NOTE },
    ...by(),
  });
  const { id: taken = '' } = yield moment('open to exchanges', await invite());
  yield moment('other city invited', { ...at(taken)('stopExchange', NOTE), ...by() });
  const { id = '' } = yield moment('invitation taken back', await invite());
  await other.officer.acceptExchange({ id });
  const on = at(id);
  const today = (await settled(api)).now.slice(0, 10);
  const meet = on('recordVisit', { form: 'call', on: today, ...NOTE });
  yield moment('exchange agreed', { ...meet, ...by() }, [on('stopExchange', NOTE)]);
  yield moment('exchange active', { ...on('concludeExchange', { ...NOTE, public: true }), ...by() }, [on('stopExchange', NOTE)]);
  await other.officer.concludeExchange({ id }, { ...NOTE, public: true });
  await settled(api);
  yield moment('exchange concluded', { ...on('tellFollowUp', { followUp: 'at-the-end', outcome: 'tried' }), ...by() });
  yield moment('told what became of it', { ...at(own.assessment)('askSecondLook', { exchange: id }), ...by() });
  const back = await invitedTo(api, other, city);
  await settled(api);
  yield moment('invited by the other city', { ...at(back)('acceptExchange'), ...by() }, [at(back)('declineExchange', NOTE)]);
  await other.officer.recordVisit({ id: back }, { form: 'visit', on: today, ...NOTE });
  await other.officer.concludeExchange({ id: back }, { ...NOTE, public: false });
  await settled(api);
  yield moment('concluded by the other city', { ...at(back)('concludeExchange', { ...NOTE, public: false }), ...by() });
  await other.officer.askSecondLook({ id: other.assessment }, { exchange: back });
  await settled(api);
  const levels = [{ dimension: 'capacity', level: 2 }];
  yield moment('asked for a second look', { ...at(other.assessment)('giveSecondLook', { levels }), ...by() });
}
