import { useQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { compact, moneyText } from '../../base/parts/Money.tsx';
import { compared, isSome, widthIn } from '../../base/parts/sums.ts';
import { Scroll } from '../../base/parts/Table.tsx';
import { InkKey, ORDER } from '../../lists/CertaintyBar.tsx';
import { useRoving } from '../../lists/roving.ts';
import { type Drawn, flowOf } from '../../pictures/sankey.ts';

type Agreement = Schemas['Agreement'];
type Stage = 'settled' | 'in-payment' | 'committed';
/** `amount`: none where it is several, which the web does not add up. */
type Side = { readonly key: string; readonly name: string; readonly amount: Schemas['Money'] | undefined };
type Part = { readonly name: string; readonly stage: Stage };

/** More is read in the table of the agreement alone. */
const MAX_PARTS = 60;
const PARTS = 100_000;
const LEAST = 400;
const GAP = 12;

/** Which sponsor pays which milestone, and how sure that is: for the parties of the agreement. */
export function WhoPays({ agreement: id }: { readonly agreement: string }) {
  const { data: agreement } = useQuery(itemQuery('getAgreement', id));
  const cells = agreement?.cells.filter(({ amount }) => isSome(amount)) ?? [];
  return agreement && cells.length > 0 && cells.length <= MAX_PARTS ? <Picture agreement={agreement} cells={cells} /> : null;
}

/** An order that came to nothing leaves what is owed as it was. */
function stageOf({ payments }: Agreement, payment: string | undefined): Stage {
  const status = payments.find(({ id }) => id === payment)?.status ?? '';
  if (status === 'settled') return 'settled';
  return ['requested', 'approved', 'instructed'].includes(status) ? 'in-payment' : 'committed';
}

/** By which all parts are drawn. */
const largestOf = ([first, ...amounts]: readonly Schemas['Money'][]): Schemas['Money'] =>
  amounts.reduce((most, each) => (compared(each, most) > 0 ? each : most), first ?? NOTHING);
const NOTHING = { amount: '0', currency: '' };

/** The sponsors that pay, and then the milestones, each with what the agreement says of it. */
function sidesOf({ shares, cells, tranches, trancheSums, names = {} }: Agreement): readonly [readonly Side[], readonly Side[]] {
  return [
    [...Map.groupBy(shares, ({ sponsor }) => sponsor)]
      .filter(([sponsor]) => cells.some((cell) => cell.sponsor === sponsor))
      .map(([sponsor, own]) => ({
        key: sponsor,
        name: names[sponsor]?.text ?? sponsor,
        amount: own.length === 1 ? own[0]?.amount : undefined,
      })),
    tranches.map(({ number, title }) => ({
      key: String(number),
      name: `${number}. ${title}`,
      amount: trancheSums.find((each) => each.number === number)?.payable,
    })),
  ];
}

function Picture({ agreement, cells }: { readonly agreement: Agreement; readonly cells: Agreement['cells'] }) {
  const [sponsors, milestones] = sidesOf(agreement);
  const whole = largestOf(agreement.shares.map(({ amount }) => amount));
  const sides = [...sponsors, ...milestones];
  const placeOf = (key: string): number => sides.findIndex((side) => side.key === key);
  const links = cells.map(({ sponsor, tranche, amount, payment }) => {
    const [source, target] = [placeOf(sponsor), placeOf(String(tranche))];
    const stage = stageOf(agreement, payment);
    const [from = '', to = ''] = [sides[source]?.name, sides[target]?.name];
    const name = m.whoPaysPart({ sponsor: from, milestone: to, sum: moneyText(amount), stage: common.stage({ stage }) });
    return { source, target, value: Math.max(widthIn(amount, whole, PARTS), LEAST), of: { name, stage } };
  });
  const drawn = flowOf<Part>({ nodes: sides.length, links }, Math.max(sponsors.length, milestones.length));
  const { onKeyDown, part } = useRoving(drawn.links.length);
  const stages = new Set<string>(links.map(({ of }) => of.stage));
  return (
    <>
      <Scroll label={m.whoPays()}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture whose parts have names is no set of fields */}
        <svg
          className="flow"
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="group"
          aria-label={m.whoPaysSays({ count: links.length })}
          onKeyDown={onKeyDown}
        >
          {drawn.links.map(({ of: { name, stage }, d, thickness }, index) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the parts of a picture are read one after the other
            <path key={name} {...part(index)} className={`band b-${stage}`} d={d} strokeWidth={thickness} role="img" aria-label={name}>
              <title>{name}</title>
            </path>
          ))}
          {drawn.nodes.map((place) => (
            <End key={place.index} place={place} side={sides[place.index]} isFirst={place.index < sponsors.length} />
          ))}
        </svg>
      </Scroll>
      <InkKey stages={ORDER.filter((stage) => stages.has(stage))} />
    </>
  );
}

type EndProps = { readonly place: Drawn<Part>['nodes'][number]; readonly side: Side | undefined; readonly isFirst: boolean };

/** Next to a node; letters of Chinese, Japanese and Korean are about as wide as two others. */
const MAX_WIDTH = 32;
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/u;

function shortened(text: string): string {
  let width = 0;
  const letters = [...text];
  const end = letters.findIndex((letter) => {
    width += WIDE.test(letter) ? 2 : 1;
    return width > MAX_WIDTH;
  });
  return end < 0 ? text : `${letters.slice(0, end).join('')}…`;
}

/** How far above and below the middle its two lines stand. */
const LINE = 9;

function End({ place: { x, y, width, height }, side, isFirst }: EndProps) {
  if (!side) return null;
  const at = { x: isFirst ? x - GAP : x + width + GAP, textAnchor: isFirst ? 'end' : 'start', dominantBaseline: 'central' } as const;
  const middle = y + height / 2;
  return (
    <>
      <rect className="node" x={x} y={y} width={width} height={height} rx="2" />
      <text className="lab halo" {...at} y={side.amount ? middle - LINE : middle}>
        {shortened(side.name)}
      </text>
      {side.amount ? (
        <text className="soft small halo" {...at} y={middle + LINE}>
          {compact(side.amount)}
        </text>
      ) : null}
    </>
  );
}
