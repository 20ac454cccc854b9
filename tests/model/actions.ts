import { type Api, approver, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { DECLARATION, TOKYO, wordsOf } from '../signatory.ts';
import { type Asking, needs, post } from './asking.ts';
import type { Action, Step } from './state.ts';

const COMMITMENTS = ['C1', 'C2', 'C3'] as const;
const YEARS = [2021, 2022, 2023, 2024, 2025];
/** One of each kind: how it is added over time and over places. */
const INDICATORS = ['items-repaired', 'refill-points', 'jobs-created', 'people-served', 'people-trained', 'recycling-rate'] as const;
/** Of which periods may not overlap. */
const FLOW = 'items-repaired';
/** So few that they never come to more than the whole. */
const MOST_PARTS = 3;

/** A declaration, and of each city an action under way with a part of it. */
export async function begunActions(api: Api, cities: readonly string[]) {
  const commitments = COMMITMENTS.map((code) => ({ code, fiveR: 'reuse' as const, text: wordsOf(code) }));
  const { id: declaration } = await api.as(secretary).draftDeclaration({}, { text: { ...DECLARATION, commitments } });
  await api.as(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const actions: Action[] = [];
  for (const city of cities) {
    let partOf = '';
    for (const title of ['Things used again', 'One of its halls']) {
      const tags = { declaration, commitments: ['C1'], ...(partOf ? { partOf } : {}) };
      const { id } = await api.as(officerOf(city)).planAction({}, { place: TOKYO, content: { title }, tags });
      await api.as(officerOf(city)).startAction({ id });
      actions.push({ id, city, status: 'under-way', partOf, told: new Set() });
      partOf = id;
    }
  }
  return { declaration, actions };
}

/** A city plans, begins, ends and reports what it does without anybody's money. */
export function actionStep(asking: Asking): Step {
  const { rng, model } = asking;
  const running = model.actions.filter(({ status }) => status !== 'completed');
  if (running.length < 3 || rng.is(10)) return plan(asking);
  const action = rng.of(rng.is(85) ? running : model.actions);
  return rng.of([start, tell, tell, tell, tell, complete])(asking, action);
}

function plan(asking: Asking): Step {
  const { rng, by, model } = asking;
  const own = model.actions.filter(({ city, partOf }) => city === by.organisation && partOf === '');
  const whole = rng.is(40) ? own.find(({ id }) => model.actions.filter(({ partOf }) => partOf === id).length < MOST_PARTS) : undefined;
  const commitments = COMMITMENTS.filter(() => rng.is(50));
  const partOf = whole?.id ?? '';
  const tags = { declaration: model.declaration, commitments, ...(whole ? { partOf } : {}) };
  return post('action', 'planAction', {}, asking, undefined, {
    body: { place: TOKYO, content: { title: `Repair cafés ${model.actions.length}` }, tags },
    rules: [needs(by, ['proposer.officer'])],
    effect: ({ id }) => model.actions.push({ id, city: by.organisation, status: 'planned', partOf, told: new Set() }),
  });
}

/** A whole reports so much more that its parts never come to more. */
function said({ rng }: Asking, indicator: (typeof INDICATORS)[number], year: number, { partOf }: Action): object {
  const size = partOf === '' ? 50 : 1;
  if (indicator === 'recycling-rate') return { numerator: `${rng.upTo(900)}`, denominator: `${900 + rng.upTo(900)}` };
  if (indicator === 'jobs-created') return { value: `${100 * (year - 2020) * size}` };
  return rng.is(10) ? { notAvailable: 'not-measured-yet' } : { value: `${(100 + rng.upTo(700)) * size}.${rng.upTo(9)}` };
}

const moves =
  (name: string, operation: 'startAction' | 'completeAction', from: Action['status'], to: Action['status']) =>
  (asking: Asking, action: Action): Step =>
    post(name, operation, { id: action.id }, asking, undefined, {
      isDone: action.status === to,
      rules: [needs(asking.by, ['proposer.officer'], action.city), [action.status === from || action.status === to, 409]],
      effect: () => {
        action.status = to;
      },
    });
const start = moves('action begun', 'startAction', 'planned', 'under-way');
const complete = moves('action completed', 'completeAction', 'under-way', 'completed');

function tell(asking: Asking, action: Action): Step {
  const { rng, by } = asking;
  const [indicator, year] = [rng.of(INDICATORS), rng.of(YEARS)];
  const key = `${indicator} ${year}`;
  const told = said(asking, indicator, year, action);
  return post('result told', 'recordResult', { id: action.id }, asking, undefined, {
    body: { indicator, from: `${year}-01-01`, to: `${year}-12-31`, ...told },
    rules: [
      needs(by, ['proposer.officer'], action.city),
      [action.status !== 'planned', 409],
      [indicator !== FLOW || 'notAvailable' in told || !action.told.has(key), 409],
    ],
    effect: () => 'notAvailable' in told || action.told.add(key),
  });
}
