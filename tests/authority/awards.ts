import { nameOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from '../actors.ts';
import { type Award, awarding, CATEGORY, CRITERIA, dayFrom, marks, nominated, sealed } from '../awarding.ts';
import { passedTo } from '../joined-city.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';
const LATE = 'T03:00:00.000Z';
type Done = Possible & { readonly by: ReturnType<typeof asRole> };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};
/** What only the person may do whom it is about. */
const own = (state: string, done: Done) => ({ state, possible: [], done });
const bySecretariat = () => ({ by: asRole(S) });

/** An award that is drafted and cancelled, and one that runs from a nomination by others to its end. */
export async function* lifeOfAward(scene: Scene): Part<void> {
  const award = await awarding(scene.api, { own: [scene.city] });
  yield* cancelled(award);
  const nomination = yield* nominating(scene, award);
  const [other = ''] = await nominated(scene.api, { ...award, cities: award.cities.slice(1) });
  yield* screening(scene, award, [nomination, other]);
  yield* judging(scene, award, [nomination, other]);
  yield* ending(scene, award, nomination);
}

async function* cancelled({ declaration, closesOn, judgingUntil, partner }: Award): Part<void> {
  const categories = [{ code: CATEGORY, title: 'First steps' }];
  const drafted = { declaration, title: 'Another award', closesOn, judgingUntil, categories, criteria: CRITERIA };
  const { id = '' } = yield moment('no other award', { act: 'draftAwardCycle', body: drafted, ...bySecretariat() });
  const on = at(id);
  const appointed = { category: CATEGORY, person: `${partner}/another-juror`, organisation: partner };
  yield moment('award drafted', { ...on('appointJuror', appointed), ...bySecretariat() }, [on('openAwardCycle')]);
  yield moment('one juror appointed', { ...on('cancelAwardCycle', NOTE), ...bySecretariat() });
}

async function* nominating({ city }: Scene, { id: cycle }: Award): Part<string> {
  const said = { title: 'We began', ...NOTE, actions: [] };
  const nominate: Done = { act: 'nominate', body: { cycle, category: CATEGORY, city, ...said }, ...bySecretariat() };
  const { id = '' } = yield moment('award open', nominate);
  const on = at(id);
  const by = () => ({ by: asRole(city) });
  yield moment('nominated by others', { ...on('agreeToNomination'), ...by() }, [on('withdrawNomination')]);
  yield moment('nomination agreed to', { ...on('reviseNomination', { ...said, title: 'We began early' }), ...by() });
  yield moment('nomination revised', { ...on('signOffNomination'), ...by() }, [on('withdrawNomination')]);
  return id;
}

async function* screening({ api }: Scene, { id, closesOn }: Award, [nomination = '', other = '']: readonly string[]): Part<void> {
  await passedTo(api, `${dayFrom(`${closesOn}T00:00:00Z`, 1)}${LATE}`);
  await settled(api);
  yield moment('call over', { ...at(id)('closeNominations'), ...bySecretariat() });
  yield moment('nomination handed in', { ...at(nomination)('screenNomination', { reasons: [] }), ...bySecretariat() });
  await api.as(secretary).screenNomination({ id: other }, { reasons: [] });
  await settled(api);
}

async function* judging({ api }: Scene, award: Award, nominations: readonly string[]): Part<void> {
  const { id, jury, judgingUntil } = award;
  const on = at(id);
  const juror = first(jury);
  const by = { by: asRole(juror.organisation, nameOf(juror)) };
  const answered = { category: CATEGORY, answered: nominations, interested: [] };
  yield own('nominations screened', { ...on('declareAwardInterests', answered), ...by });
  for (const each of jury.slice(1))
    await api.as(each).declareAwardInterests({ id }, { category: CATEGORY, answered: [...nominations], interested: [] });
  yield moment('interests declared', { ...on('assignBallots'), ...bySecretariat() });
  const of = { id, nomination: first(nominations) };
  yield own('judging begun', { act: 'markBallot', of, body: { marks: marks(4, 2) }, ...by });
  yield own('ballot begun', { act: 'sealBallot', of, body: { marks: marks(5, 4) }, ...by });
  yield own('ballot sealed', { ...on('voteOnOutcome', { category: CATEGORY, stands: true, order: nominations }), ...by });
  await sealed(api, award, nominations);
  yield moment('all ballots sealed', {
    ...on('prolongJudging', { judgingUntil: dayFrom(`${judgingUntil}T00:00:00Z`, 1) }),
    ...bySecretariat(),
  });
  await passedTo(api, `${dayFrom(`${judgingUntil}T00:00:00Z`, 2)}${LATE}`);
  await settled(api);
  yield moment('judging over', { ...on('closeJudging'), ...bySecretariat() });
  yield moment('judging closed', { ...on('decideOutcome', { category: CATEGORY }), ...bySecretariat() });
  const strike = on('strikeBallot', { category: CATEGORY, juror: nameOf(juror), nomination: first(nominations), ...NOTE });
  yield moment('outcome decided', { ...on('announceOutcome'), ...bySecretariat() }, [strike]);
  await settled(api);
}

async function* ending({ api, city }: Scene, { id }: Award, nomination: string): Part<void> {
  const on = at(nomination);
  const by = () => ({ by: asRole(city) });
  yield moment('outcome announced', { ...on('objectToOutcome', NOTE), ...by() });
  yield moment('objected to', { ...on('answerObjection', NOTE), ...bySecretariat() });
  yield moment('objection answered', {
    ...on('proposePrizeWithdrawal', { grounds: 'values-were-corrected', ...NOTE }),
    ...bySecretariat(),
  });
  yield moment('withdrawal of the prize proposed', { ...on('answerPrizeWithdrawal', NOTE), ...by() });
  yield moment('city heard', { ...on('decidePrizeWithdrawal', { outcome: 'kept', ...NOTE }), ...bySecretariat() });
  const { objectionsUntil = '' } = await api.as(secretary).getAwardCycle({ id });
  await passedTo(api, `${dayFrom(objectionsUntil, 1)}${LATE}`);
  await settled(api);
  yield moment('nobody may object any more', { ...at(id)('closeAwardCycle'), ...bySecretariat() });
}
