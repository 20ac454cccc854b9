import type { KindName } from '../kinds.ts';
import { account } from './account.ts';
import { agreement } from './agreement.ts';
import { approvalRules } from './approval-rules.ts';
import { delegations } from './delegations.ts';
import { envelope } from './envelope.ts';
import { funding } from './funding.ts';
import type { AnyListed } from './item.ts';
import { LISTED_ITEMS } from './items.ts';
import { milestone } from './milestone.ts';
import { passport } from './passport.ts';
import { paymentFile } from './payment-file.ts';
import { project } from './project.ts';
import { questions } from './questions.ts';
import { rateSheet } from './rate-sheet.ts';
import { mandate, organisation, sponsor } from './registry.ts';
import { report } from './report.ts';
import { statement } from './statement.ts';

/** All streams that are listed. */
const LISTED: readonly AnyListed[] = [
  project,
  milestone,
  funding,
  agreement,
  passport,
  mandate,
  envelope,
  sponsor,
  organisation,
  report,
  questions,
  statement,
  paymentFile,
  account,
  rateSheet,
  ...LISTED_ITEMS,
  approvalRules,
  delegations,
];

const BY_AGGREGATE = new Map(LISTED.map((each) => [each.fold.aggregate, each]));

/** The kinds that have streams of their own; offers and payments are parts of these. */
export const STREAM_KINDS: ReadonlySet<KindName> = new Set(LISTED.map(({ kind }) => kind));

/** By the aggregate that the feed names; other streams are their owners' own. */
export const listedOf = (aggregate: string): AnyListed | undefined => BY_AGGREGATE.get(aggregate);
