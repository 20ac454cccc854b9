import * as common from '#messages';
import * as m from '#messages/flow';
import type { Schemas } from '../../api/client.ts';
import { countryName, list } from '../../parts/locale.ts';
import { moneyText } from '../../parts/Money.tsx';

type Picture = Schemas['FlowPicture'];
type Node = Picture['nodes'][number];
export type Step = { readonly from: Node; readonly to: Node } & Pick<Picture['links'][number], 'stage' | 'amount'>;

export const stageName = (stage: string): string => common.stage({ stage });

/** What a node is called. */
export function nodeName({ kind, countries, code = '' }: Node): string {
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
export const stepsOf = ({ nodes, links }: Picture): Step[] =>
  links.flatMap(({ source, target, stage, amount }) => {
    const [from, to] = [nodes[source], nodes[target]];
    return from && to ? [{ from, to, stage, amount }] : [];
  });

export const stepName = ({ from, to, stage, amount }: Step): string =>
  m.step({ from: nodeName(from), to: nodeName(to), sum: moneyText(amount), stage: stageName(stage) });
