import * as m from '#messages/flow';
import type { Schemas } from '../../api/client.ts';
import { CLASS, ORDER } from '../../parts/CertaintyBar.tsx';
import { compact, moneyText } from '../../parts/Money.tsx';
import { useRoving } from '../../parts/roving.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { widthIn } from '../../parts/sums.ts';
import { type Drawn, flowOf } from '../../pictures/sankey.ts';
import { nodeName, type Step, stageName, stepName, stepsOf } from './flow-names.ts';

type Picture = Schemas['FlowPicture'];

/** Parts of the whole, for how thick a link is drawn; the smallest is still seen. */
const PARTS = 100_000;
const LEAST = 40;

/** The flow of one currency: the stronger the ink, the surer the money. */
export function Sankey({ picture }: { readonly picture: Picture }) {
  const steps = stepsOf(picture);
  const { nodes, links, amount: whole } = picture;
  const rows = Math.max(...['countries', 'status', 'stage'].map((kind) => nodes.filter((node) => columnOf(node) === kind).length));
  const drawn = flowOf(
    {
      nodes: nodes.length,
      links: links.flatMap(({ source, target, amount }, index) => {
        const of = steps[index];
        return of ? [{ source, target, value: Math.max(widthIn(amount, whole, PARTS), LEAST), of }] : [];
      }),
    },
    rows,
  );
  const { onKeyDown, part } = useRoving(drawn.links.length);
  return (
    <>
      <Scroll label={m.flow()}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture whose parts have names is no set of fields */}
        <svg
          className="flow"
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="group"
          aria-label={m.pictureSays({ count: steps.length, sum: moneyText(whole) })}
          onKeyDown={onKeyDown}
        >
          {drawn.links.map(({ of, d, thickness }, index) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a picture is looked at, one after the other
            <path
              key={stepName(of)}
              {...part(index)}
              className={`band b-${of.stage}`}
              d={d}
              strokeWidth={thickness}
              role="img"
              aria-label={stepName(of)}
            >
              <title>{stepName(of)}</title>
            </path>
          ))}
          {drawn.nodes.map((place) => (
            <NodeOf key={place.index} place={place} node={nodes[place.index]} />
          ))}
        </svg>
      </Scroll>
      <Key steps={steps} />
    </>
  );
}

const columnOf = ({ kind }: Picture['nodes'][number]) => (kind === 'others' ? 'countries' : kind);

const GAP = 12;

type NodeProps = { readonly place: Drawn<Step>['nodes'][number]; readonly node: Picture['nodes'][number] | undefined };

function NodeOf({ place: { x, y, width, height }, node }: NodeProps) {
  if (!node) return null;
  const isFirst = columnOf(node) === 'countries';
  return (
    <>
      <rect className="node" x={x} y={y} width={width} height={height} rx="2" />
      <text
        className="lab halo"
        x={isFirst ? x - GAP : x + width + GAP}
        y={y + height / 2}
        textAnchor={isFirst ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {nodeName(node)} <tspan className="soft small">{compact(node.amount)}</tspan>
      </text>
    </>
  );
}

const Key = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ul className="key">
    {ORDER.filter((stage) => steps.some((step) => step.stage === stage)).map((stage) => (
      <li key={stage}>
        <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
          <rect className={CLASS[stage]} x=".5" y=".5" width="15" height="11" />
        </svg>
        {stageName(stage)}
      </li>
    ))}
  </ul>
);
