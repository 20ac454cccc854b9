import { type SankeyGraph, sankey, sankeyLinkHorizontal } from 'd3-sankey';

type Given<Link> = {
  readonly nodes: number;
  /** `value`: how thick it is drawn. */
  readonly links: readonly { readonly source: number; readonly target: number; readonly value: number; readonly of: Link }[];
};
type Node = { readonly index: number };
type Edge<Link> = { readonly of: Link };

export type Drawn<Link> = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly {
    readonly index: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly links: readonly { readonly of: Link; readonly d: string; readonly thickness: number }[];
};

const WIDTH = 1216;
/** Room for what the nodes on either side are called. */
const BESIDE = 260;
const NODE = 10;
const PADDING = 18;
/** Of the column with most nodes. */
const ROW = 34;
const LEAST_HEIGHT = 260;

/** Money from node to node, in the order in which it is given. Pixels on a plane of 1216 wide. */
export function flowOf<Link>({ nodes, links }: Given<Link>, rows: number): Drawn<Link> {
  const height = Math.max(rows * ROW, LEAST_HEIGHT);
  const made = sankey<Node, Edge<Link>>()
    .nodeWidth(NODE)
    .nodePadding(PADDING)
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [BESIDE, PADDING],
      [WIDTH - BESIDE, height - PADDING],
    ])({
    nodes: Array.from({ length: nodes }, (_, index) => ({ index })),
    links: links.map((link) => ({ ...link })),
  }) as SankeyGraph<Node, Edge<Link>>;
  const path = sankeyLinkHorizontal<Node, Edge<Link>>();
  return {
    width: WIDTH,
    height,
    nodes: made.nodes.map(({ index = 0, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      index,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(y1 - y0, 1),
    })),
    links: made.links.map((link) => ({ of: link.of, d: path(link) ?? '', thickness: Math.max(link.width ?? 0, 1) })),
  };
}
