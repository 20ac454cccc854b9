import { type Api, auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import type { Gap } from './sheets.ts';
import type { Step } from './state.ts';

/** The cash book of a statement that does not add up, and its gap. */
export async function gapIn(api: Api, sponsor: string): Promise<Gap> {
  await settled(api);
  const { books } = await api.as(auditor).listCashBooks({ sponsor });
  const { id = '' } = books[0] ?? {};
  const { gaps } = await api.as(auditor).getCashBook({ id });
  return { book: id, key: gaps[0]?.key ?? '', explanations: [] };
}

/** What becomes of the gap: explained by one person, confirmed or refused by another. */
export function gapStep(asking: Asking): Step {
  const { rng } = asking;
  return rng.of([explain, explain, confirm, refuse])(asking);
}

export const isOpenGap = ({ explanations }: Gap): boolean => explanations.at(-1)?.status !== 'confirmed';

function explain(asking: Asking): Step {
  const { model, by } = asking;
  const { gap } = model.unexplained;
  const last = gap.explanations.at(-1);
  const said = last && last.status !== 'refused' ? last : undefined;
  const isDone = said?.by === by.person;
  return post('gap explained', 'explainGap', { id: gap.book }, asking, undefined, {
    body: { gap: gap.key, as: 'unrelated', ...NOTE },
    isDone,
    rules: [needs(by, ['finance.maker']), [isDone || !said, 409]],
    effect: () => void gap.explanations.push({ status: 'proposed', by: by.person, first: '', decidedBy: '' }),
  });
}

/** Of the last one: what was refused before stays refused. */
function decide(asking: Asking, operation: 'confirmGap' | 'refuseGap', to: 'confirmed' | 'refused'): Step {
  const { model, by } = asking;
  const { gap } = model.unexplained;
  const last = gap.explanations.at(-1);
  const isDone = last?.status === to && last.decidedBy === by.person;
  return post(`gap ${to}`, operation, { id: gap.book, explanation: String(Math.max(gap.explanations.length, 1)) }, asking, undefined, {
    ...(operation === 'refuseGap' && { body: NOTE }),
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [last !== undefined, 404],
      [isDone || last?.status === 'proposed', 409],
      [operation === 'refuseGap' || isDone || ![last?.by, last?.first].includes(by.person), 403],
    ],
    effect: () => {
      // There are limits, and none in its currency: two confirm it.
      if (last && to === 'confirmed' && last.first === '') last.first = by.person;
      else if (last) Object.assign(last, { status: to, decidedBy: by.person });
    },
  });
}
const confirm = (asking: Asking): Step => decide(asking, 'confirmGap', 'confirmed');
const refuse = (asking: Asking): Step => decide(asking, 'refuseGap', 'refused');
