import * as m from '#messages/fundings';
import type { Schemas } from '../../api/client.ts';
import { shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { isSome, widthIn } from '../../parts/sums.ts';
import { type Funding, isPending } from './offers.ts';

const WIDTH = 1200;
/** In basis points. */
const PERCENT = 100;
/** So that the smallest part is still seen. */
const LEAST = 2;

type Part = { readonly key: string; readonly kind: 'accepted' | 'offered'; readonly amount: Schemas['Money'] };

/** What the round needs, what is accepted, what is still open, and at what sum it may close; then each part as wide as it is large. */
export function Sums({ funding }: { readonly funding: Funding }) {
  const { id, target, accepted, gap, minimumClose, acceptedPercent, offers = [] } = funding;
  const figures = [
    { kind: '', title: m.target(), amount: target, of: 'target' },
    { kind: 'accepted', title: m.accepted(), amount: accepted, of: 'accepted' },
    { kind: 'sought', title: m.gap(), amount: gap, of: 'gap' },
    { kind: '', title: m.minimum(), amount: minimumClose, of: 'minimumClose' },
  ];
  const parts: Part[] = [
    ...(accepted && isSome(accepted) ? [{ key: 'accepted', kind: 'accepted' as const, amount: accepted }] : []),
    ...offers.filter(isPending).map(({ id: key, amount }) => ({ key, kind: 'offered' as const, amount })),
  ];
  return (
    <>
      <dl className="figures lead">
        {figures.map(({ kind, title, amount, of }) =>
          amount === undefined ? null : (
            <div key={of}>
              <dt>
                {kind === '' ? null : <Swatch kind={kind} />}
                {title}
              </dt>
              <dd>
                <Money amount={amount} of={`${id}/${of}`} />
              </dd>
            </div>
          ),
        )}
        {accepted ? null : (
          <div>
            <dt>{m.accepted()}</dt>
            <dd className="num">{shareText(acceptedPercent * PERCENT)}</dd>
          </div>
        )}
      </dl>
      <Bar parts={parts} target={target} />
    </>
  );
}

const Swatch = ({ kind }: { readonly kind: string }) => (
  <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
    <rect className={`m-${kind}`} x=".5" y=".5" width="15" height="11" />
  </svg>
);

function Bar({ parts, target }: { readonly parts: readonly Part[]; readonly target: Schemas['Money'] }) {
  const widths = parts.map(({ amount }) => Math.max(widthIn(amount, target, WIDTH), LEAST));
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0));
  const end = ends.at(-1) ?? 0;
  return (
    <svg className="sum-bar" viewBox={`0 0 ${Math.max(WIDTH, end)} 20`} height="20" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ key, kind }, index) => (
        <rect
          key={key}
          className={`m-${kind}`}
          x={(ends[index] ?? 0) - (widths[index] ?? 0) + 0.5}
          y=".5"
          width={(widths[index] ?? LEAST) - 1}
          height="19"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {end < WIDTH ? (
        <rect className="m-sought" x={end + 0.5} y=".5" width={WIDTH - end - 1} height="19" vectorEffect="non-scaling-stroke" />
      ) : null}
    </svg>
  );
}
