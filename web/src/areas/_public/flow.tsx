import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import { amount as amountTitle } from '#messages';
import * as m from '#messages/flow';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { countryName, list } from '../../base/parts/locale.ts';
import { compact, Money, moneyText } from '../../base/parts/Money.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { widthIn } from '../../base/parts/sums.ts';
import { Scroll, Table } from '../../base/parts/Table.tsx';
import { CLASS, ORDER } from '../../lists/CertaintyBar.tsx';
import { useRoving } from '../../lists/roving.ts';
import { type Drawn, flowOf } from '../../pictures/sankey.ts';

/** Whether the flow is shown as a picture or as a table of the same. */
export const search = z.object({ as: z.catch(z.optional(z.enum(['picture', 'table'])), undefined) });

const route = getRouteApi('/everybody/flow');

const flowQuery = {
  queryKey: keys.publicFlow,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<AnswerOf<'getPublicFlow'>> => api.operations.getPublicFlow({}, { signal }),
};

/** All published money, from countries to what their projects have come to and how sure it is; a picture for each currency. */
export function PublicPage() {
  const { as = 'picture' } = route.useSearch();
  const { data } = useQuery({ ...flowQuery, throwOnError: true });
  if (!data) return <Loading />;
  const { pictures } = data;
  return (
    <>
      <title>{`${m.flow()} · Junkan`}</title>
      <div className="row far">
        <div>
          <h1>{m.flow()}</h1>
          <p className="quiet">{m.flowSays()}</p>
        </div>
        <div className="row">
          <Segments
            label={m.shownAs()}
            name="as"
            chosen={as}
            of={[
              { value: 'picture', title: m.picture() },
              { value: 'table', title: m.table() },
            ]}
          />
          <Export
            name="money"
            columns={async () => (await import('../../exports/published-columns.ts')).FLOW_COLUMNS}
            page={onePage(data.flows)}
          />
          <PrintButton />
        </div>
      </div>
      {pictures.length === 0 ? <p>{m.noMoney()}</p> : null}
      {pictures.map((picture) => (
        <OneCurrency key={picture.amount.currency} picture={picture} isTable={as === 'table'} />
      ))}
      <p className="quiet">
        <small>{m.notTold()}</small>
      </p>
    </>
  );
}

function OneCurrency({ picture, isTable }: { readonly picture: Schemas['FlowPicture']; readonly isTable: boolean }) {
  const { currency } = picture.amount;
  const id = `h-${currency}`;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{m.allOf({ sum: moneyText(picture.amount) })}</h2>
      {isTable ? (
        <FlowTable picture={picture} />
      ) : (
        <>
          <div className="only-wide">
            <Sankey picture={picture} />
          </div>
          <div className="only-small">
            <FlowTable picture={picture} />
          </div>
        </>
      )}
    </section>
  );
}

const codeOf = ({ kind, countries, code }: Step['from']): string => code ?? (countries.join(' ') || kind);

/** The same as the picture, link by link. */
const FlowTable = ({ picture }: { readonly picture: Schemas['FlowPicture'] }) => (
  <Table
    label={m.flow()}
    rows={stepsOf(picture)}
    keyOf={figureOf}
    columns={[
      { title: m.from(), cell: ({ from }) => nodeName(from) },
      { title: m.to(), cell: ({ to }) => nodeName(to) },
      { title: m.howSure(), cell: ({ stage }) => stageName(stage) },
      { title: amountTitle(), isFigure: true, cell: (step) => <Money amount={step.amount} of={figureOf(step)} /> },
    ]}
  />
);

const figureOf = ({ from, to, stage, amount }: Step): string => `public/flow/${codeOf(from)}/${codeOf(to)}/${stage}/${amount.currency}`;

type Picture = Schemas['FlowPicture'];
type Node = Picture['nodes'][number];
type Step = { readonly from: Node; readonly to: Node } & Pick<Picture['links'][number], 'stage' | 'amount'>;

const stageName = (stage: string): string => common.stage({ stage });

/** What a node is called. */
function nodeName({ kind, countries, code = '' }: Node): string {
  switch (kind) {
    case 'countries':
      return countries.length === 0 ? m.noCountry() : list(countries.map(countryName));
    case 'others':
      return m.otherCountries();
    case 'status':
      return common.status({ status: code });
    case 'stage':
      return stageName(code);
  }
}

/** Each part of the flow, from node to node. */
const stepsOf = ({ nodes, links }: Picture): Step[] =>
  links.flatMap(({ source, target, stage, amount }) => {
    const [from, to] = [nodes[source], nodes[target]];
    return from && to ? [{ from, to, stage, amount }] : [];
  });

const stepName = ({ from, to, stage, amount }: Step): string =>
  m.step({ from: nodeName(from), to: nodeName(to), sum: moneyText(amount), stage: stageName(stage) });

/** Parts of the whole, for how thick a link is drawn; the smallest is still seen. */
const PARTS = 100_000;
const LEAST = 40;

/** The flow of one currency: the stronger the ink, the surer the money. */
function Sankey({ picture }: { readonly picture: Picture }) {
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
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the parts of a picture are read one after the other
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
