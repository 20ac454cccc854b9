import { type Planned, repaymentsOf } from '@junkan/kit/finance/of-financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { AgreedRepayment, AgreementEdition } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { agreements } from '../../mapping.ts';
import type { Event } from '../agreement-faces.ts';
import { type InForce, initial, isInForce, type State } from '../agreement-state.ts';
import { amendedContent, signedContent } from '../contract/contract-content.ts';
import type { Cell, SharePart, Terms } from '../contract/terms.ts';
import type { AgreementId } from '../ids.ts';

/** Each draft and each amendment, as it was when it was made: the very text that its hash is taken of, with what it says. */
export function agreementEditions(agreement: AgreementId, commits: readonly Commit[]): AgreementEdition[] {
  const editions: AgreementEdition[] = [];
  let state: State = initial;
  for (const { events, at } of commits)
    for (const stored of events) {
      const event = agreements.codec.decode(stored);
      state = agreements.evolve(state, event);
      const made = { agreement, at, number: editions.length + 1 };
      const edition = editionOf(event, state, made);
      if (edition) editions.push(edition);
      const last = editions.at(-1);
      if (last && event.type === 'AgreementSigned' && state.status !== 'absent')
        editions[editions.length - 1] = { ...last, signatures: state.signatures };
    }
  return editions;
}

type Made = { readonly agreement: AgreementId; readonly at: string; readonly number: number };

/** The edition that an event has made, or nothing. */
function editionOf(event: Event, state: State, made: Made): AgreementEdition | undefined {
  if (event.type === 'AgreementDrafted' && state.status === 'draft') return drafted(event, state.draft, made);
  return event.type === 'AgreementAmended' && state.status !== 'absent' && isInForce(state) ? amended(event, state, made) : undefined;
}

const UNCHANGED = { measure: 0, changes: [], financing: [], results: [], provisions: '' };
const promisedIn = ({ promised }: Pick<Terms, 'promised'>) => promised.map((each) => ({ ...each, tranches: [...each.tranches] }));

function drafted(event: Extract<Event, { type: 'AgreementDrafted' }>, draft: number, { agreement, at, number }: Made): AgreementEdition {
  const { shares, tranches, cells, conditions, contentHash: hash } = event;
  const content = signedContent(agreement, event);
  const repayments = shares.flatMap((share) => repaymentsIn(partsOf(share), planOf(share.sponsor, { tranches, cells })));
  return {
    ...UNCHANGED,
    number,
    kind: 'draft',
    draft,
    at,
    hash,
    content,
    shares,
    tranches,
    cells,
    conditions,
    promised: promisedIn(event),
    signatures: [],
    repayments,
  };
}

function amended(event: Extract<Event, { type: 'AgreementAmended' }>, state: InForce, { agreement, at, number }: Made): AgreementEdition {
  const { measure, changes, financing, results, provisions, cells, amendedHash: hash } = event;
  const { shares, tranches, conditions, draft, measures } = state;
  const content = amendedContent({ agreement, measure, financing, results, provisions }, tranches, cells);
  const signatures = measures.find((each) => each.number === measure)?.approvals ?? [];
  const isChanged = ({ offer }: SharePart): boolean => financing.some((change) => change.offer === offer);
  const ofShare = (share: Terms['shares'][number]) =>
    repaymentsIn(partsOf(share).filter(isChanged), planOf(share.sponsor, { tranches, cells, effectiveAt: state.effectiveAt }));
  const made = { number, kind: 'amendment', draft, measure, at, hash, content };
  return {
    ...made,
    shares,
    tranches,
    cells,
    conditions,
    promised: promisedIn(state),
    changes,
    financing,
    results,
    provisions,
    signatures,
    repayments: shares.flatMap(ofShare),
  };
}

type Plan = Pick<Terms, 'tranches'> & { readonly cells: readonly Cell[]; readonly effectiveAt?: Instant };

/** What a sponsor is to pay of each tranche, and when: a date that an amendment has set goes before the months. */
const planOf = (sponsor: string, { tranches, cells, effectiveAt }: Plan): Planned[] =>
  tranches.flatMap(({ number, monthsAfterEffective, dueOn }) => {
    const cell = cells.find((each) => each.tranche === number && each.sponsor === sponsor);
    const month = dueOn !== '' && effectiveAt ? monthsBetween(dateOf(effectiveAt), dueOn) : monthsAfterEffective;
    return cell ? [{ month, amount: cell.amount }] : [];
  });

/** Whole months, and one more for what is begun. */
function monthsBetween(from: string, to: string): number {
  const [one, other] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return Math.max(0, (other ?? 0) - (one ?? 0) + (to.slice(8) > from.slice(8) ? 1 : 0));
}

const repaymentsIn = (parts: readonly SharePart[], plan: readonly Planned[]): AgreedRepayment[] =>
  parts.flatMap(({ offer, financing, amount }) => {
    const schedule = repaymentsOf(financing, amount, plan);
    return schedule ? [{ offer, schedule }] : [];
  });
