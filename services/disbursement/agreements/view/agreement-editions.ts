import { repaymentsOf } from '@junkan/kit/finance/of-financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { AgreedRepayment, AgreementEdition } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { agreements } from '../../mapping.ts';
import type { Event } from '../agreement-faces.ts';
import { type InForce, initial, isInForce, type State } from '../agreement-state.ts';
import { amendedContent, signedContent } from '../contract/contract-content.ts';
import type { SharePart, Terms } from '../contract/terms.ts';
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
  const repayments = repaymentsIn(shares.flatMap(partsOf));
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
  const changed = shares.flatMap(partsOf).filter(({ offer }) => financing.some((change) => change.offer === offer));
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
    repayments: repaymentsIn(changed),
  };
}

const repaymentsIn = (parts: readonly SharePart[]): AgreedRepayment[] =>
  parts.flatMap(({ offer, financing, amount }) => {
    const schedule = repaymentsOf(financing, amount);
    return schedule ? [{ offer, schedule }] : [];
  });
