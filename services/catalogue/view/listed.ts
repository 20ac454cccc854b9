import { agreement } from './agreement.ts';
import { envelope } from './envelope.ts';
import { funding } from './funding.ts';
import type { AnyListed } from './item.ts';
import { LISTED_ITEMS } from './items.ts';
import { milestone } from './milestone.ts';
import { project } from './project.ts';
import { questions } from './questions.ts';
import { mandate, organisation, sponsor } from './registry.ts';
import { report } from './report.ts';

/** All streams that are listed. */
const LISTED: readonly AnyListed[] = [
  project,
  milestone,
  funding,
  agreement,
  mandate,
  envelope,
  sponsor,
  organisation,
  report,
  questions,
  ...LISTED_ITEMS,
];

const BY_AGGREGATE = new Map(LISTED.map((each) => [each.fold.aggregate, each]));

/** The kinds that have streams of their own; offers and payments are parts of these. */
export const STREAM_KINDS: ReadonlySet<string> = new Set(LISTED.map(({ kind }) => kind));

/** By the aggregate that the feed names; other streams are their owners' own. */
export const listedOf = (aggregate: string): AnyListed | undefined => BY_AGGREGATE.get(aggregate);
