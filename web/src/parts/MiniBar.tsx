import * as m from '#messages';
import type { Schemas } from '../api/client.ts';
import { CLASS, ORDER } from './CertaintyBar.tsx';
import { list } from './locale.ts';
import { moneyText } from './Money.tsx';
import { together, widthIn } from './sums.ts';

type Stage = Schemas['Portfolio']['stages'][number];

const WIDTH = 1_000;
const HEIGHT = 12;

/** All of it, for how long a bar is drawn: what is offered stands beside what is sought. */
export const wholeOf = (stages: readonly Stage[]): Schemas['Money'] | undefined =>
  stages
    .filter(({ stage }) => stage !== 'offered')
    .map(({ amount }) => amount)
    .reduce<Schemas['Money'] | undefined>((sum, amount) => (sum ? together(sum, amount) : amount), undefined);

/** Money of one currency by how sure it is, as long as it is a part of `of`; its name says every figure. */
export function MiniBar({ stages, of }: { readonly stages: readonly Stage[]; readonly of: Schemas['Money'] }) {
  const shown = ORDER.flatMap((stage) => stages.filter((each) => each.stage === stage));
  const widths = shown.map(({ amount }) => Math.max(widthIn(amount, of, WIDTH), 3));
  const says = list(shown.map(({ stage, amount }) => `${m.stage({ stage })}: ${moneyText(amount)}`));
  return (
    <svg className="mini-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} height={HEIGHT} preserveAspectRatio="none" role="img" aria-label={says}>
      {shown.map(({ stage }, index) => (
        <rect
          key={stage}
          className={CLASS[stage]}
          x={widths.slice(0, index).reduce((sum, width) => sum + width, 0) + 0.5}
          y=".5"
          width={Math.max((widths[index] ?? 0) - 1, 1)}
          height={HEIGHT - 1}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
