import * as m from '#messages';
import type { Schemas } from '../base/api/client.ts';
import { list } from '../base/parts/locale.ts';
import { Money, moneyText } from '../base/parts/Money.tsx';
import { together, widthIn } from '../base/parts/sums.ts';

type Stage = Schemas['Portfolio']['stages'][number];

export const CLASS: Readonly<Record<Stage['stage'], string>> = {
  settled: 'm-settled',
  'in-payment': 'm-moving',
  committed: 'm-committed',
  accepted: 'm-accepted',
  offered: 'm-offered',
  sought: 'm-sought',
  guaranteed: '',
  'guarantee-paid': '',
  'in-kind': '',
};
/** The most certain first; offers are compared with what is sought, and are no part of the whole. */
export const ORDER = ['settled', 'in-payment', 'committed', 'accepted', 'sought'] as const;
/** No money: shown in addition to it, and added to none. */
const BESIDE = ['guaranteed', 'guarantee-paid', 'in-kind'] as const;

const WIDTH = 1200;
/** So that the smallest part is still seen. */
const MIN_WIDTH = 1;

/** In thousandths of the whole; the sums themselves are shown as they came. */
function widthsOf(stages: readonly Stage[]): number[] {
  const amounts = stages.map(({ amount: { amount } }) => BigInt(amount.replace('.', '')));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n) || 1n;
  return amounts.map((amount) => Math.max(Number((amount * BigInt(WIDTH)) / whole), amount > 0n ? MIN_WIDTH : 0));
}

/** The money of one currency by how sure it is: the stronger the ink, the surer the money. `of` names the figures. */
export function CertaintyBar({ stages, of }: { readonly stages: readonly Stage[]; readonly of: string }) {
  const shown = ORDER.flatMap((stage) => stages.filter((each) => each.stage === stage));
  const unfunded = BESIDE.flatMap((stage) => stages.filter((each) => each.stage === stage));
  const widths = widthsOf(shown);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  return (
    <>
      <svg className="sum-bar" viewBox={`0 0 ${WIDTH} 24`} height="24" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ stage }, index) => (
          <rect
            key={stage}
            className={CLASS[stage]}
            x={(starts[index] ?? 0) + 0.5}
            y=".5"
            width={Math.max((widths[index] ?? 0) - 1, 0.5)}
            height="23"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <dl className="figures scale">
        {[...shown, ...unfunded].map(({ stage, amount }) => (
          <div key={stage}>
            <dt>
              {CLASS[stage] === '' ? null : (
                <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
                  <rect className={CLASS[stage]} x=".5" y=".5" width="15" height="11" />
                </svg>
              )}
              {m.stage({ stage })}
            </dt>
            <dd>
              <Money amount={amount} of={`${of}/${stage}`} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const WIDTH_OF_MINIBAR = 1_000;
const HEIGHT = 12;

/** The whole that determines the length of a bar: offers are compared with what is sought, and what is no money is no part of it. */
export const wholeOf = (stages: readonly Stage[]): Schemas['Money'] | undefined =>
  stages
    .filter(({ stage }) => (ORDER as readonly string[]).includes(stage))
    .map(({ amount }) => amount)
    .reduce<Schemas['Money'] | undefined>((sum, amount) => (sum ? together(sum, amount) : amount), undefined);

/** Money of one currency by certainty, as long as its share of `of`; its accessible name has every figure. */
export function MiniBar({ stages, of }: { readonly stages: readonly Stage[]; readonly of: Schemas['Money'] }) {
  const shown = ORDER.flatMap((stage) => stages.filter((each) => each.stage === stage));
  const widths = shown.map(({ amount }) => Math.max(widthIn(amount, of, WIDTH_OF_MINIBAR), 3));
  const says = list(shown.map(({ stage, amount }) => `${m.stage({ stage })}: ${moneyText(amount)}`));
  return (
    <svg
      className="mini-bar"
      viewBox={`0 0 ${WIDTH_OF_MINIBAR} ${HEIGHT}`}
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={says}
    >
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

/** What the ink of the bars means. */
export const InkKey = ({ stages }: { readonly stages: readonly Stage['stage'][] }) => (
  <ul className="key">
    {stages.map((stage) => (
      <li key={stage}>
        <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
          <rect className={CLASS[stage]} x=".5" y=".5" width="15" height="11" />
        </svg>
        {m.stage({ stage })}
      </li>
    ))}
  </ul>
);
