import type { Event } from '../agreement-faces.ts';
import type { Draft, InForce, State } from '../agreement-state.ts';
import { corruptHistory } from '../corrupt-history.ts';
import { movedWith, sharesAmended, tranchesAmended } from '../modifications/amendment.ts';
import type { DraftEvent } from './contract.ts';

const OF_DRAFTS: Readonly<Record<DraftEvent['type'], true>> = {
  AgreementDrafted: true,
  AgreementSigned: true,
  AgreementVoided: true,
  AgreementBecameEffective: true,
};
export const isOfDraft = (event: Event): event is DraftEvent => Object.hasOwn(OF_DRAFTS, event.type);

/** `parts`: what the parts of an agreement begin with, once it is in force. */
export function draftAfter(
  state: State,
  event: DraftEvent,
  parts: Omit<InForce, keyof Draft | keyof typeof NOT_CHANGED | 'effectiveAt' | 'planned'>,
): State {
  switch (event.type) {
    case 'AgreementDrafted': {
      const { type: _, ...terms } = event;
      return { status: 'draft', ...terms, signatures: [], draft: state.status === 'absent' ? 1 : state.draft + 1 };
    }
    case 'AgreementSigned': {
      const { party, by, at } = event;
      const before = draftIn(state, event);
      return { ...before, signatures: [...before.signatures, { party, by, at }] };
    }
    case 'AgreementVoided':
      return { ...draftIn(state, event), status: 'void', because: event.because, declinedBy: event.party };
    case 'AgreementBecameEffective': {
      const before = draftIn(state, event);
      const planned = new Map(before.tranches.map(({ number, amount }) => [number, amount]));
      return { ...before, status: 'effective', effectiveAt: event.at, planned, ...NOT_CHANGED, ...parts };
    }
  }
}

const NOT_CHANGED = { verdicts: [], amendedHash: '', moved: { more: 0n, less: 0n }, results: [] } as const;

function draftIn(state: State, event: Event): Draft {
  if (state.status !== 'draft') throw corruptHistory(event, state.status);
  return state;
}

type Contract = Pick<InForce, 'status' | 'cells' | 'shares' | 'tranches' | keyof typeof NOT_CHANGED>;

/** Of events of the parts, too. That all is paid changes nothing: it follows from the payments, and is recorded so that others need not add them up. */
const AFTER: { readonly [Type in Event['type']]?: (before: InForce, event: Extract<Event, { type: Type }>) => Partial<Contract> } = {
  TrancheReduced: ({ verdicts }, { tranche, verdict, payableBasisPoints, rest, carriedTo, cells }) => ({
    cells,
    verdicts: [...verdicts, { tranche, verdict, payableBasisPoints, rest, carriedTo }],
  }),
  BudgetEndMoved: ({ shares }, { sponsor, periodEnd }) => ({
    shares: shares.map((share) => (share.sponsor === sponsor ? { ...share, periodEnd } : share)),
  }),
  AgreementSuspended: () => ({ status: 'suspended' }),
  AgreementResumed: () => ({ status: 'effective' }),
  AgreementTerminationBegun: () => ({ status: 'terminating' }),
  AgreementTerminated: (_, { cells }) => ({ status: 'terminated', cells }),
  AgreementEnded: () => ({ status: 'ended' }),
  AgreementAmended: (before, { changes, financing, results, cells, amendedHash, measure }) => {
    const at = before.measures[measure - 1]?.approvals.at(-1)?.at ?? '';
    return {
      cells,
      amendedHash,
      moved: movedWith(cells, before),
      tranches: tranchesAmended(before.tranches, changes),
      shares: sharesAmended(before.shares, financing),
      results: [...before.results, ...results.map((each) => ({ ...each, measure, at }))],
    };
  },
};

/** What an event makes of the contract that is in force: of its status, its terms and what is owed by them. */
export const contractAfter = (before: InForce, event: Event): Partial<Contract> => AFTER[event.type]?.(before, event as never) ?? {};
