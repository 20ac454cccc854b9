import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type FundingStatus, parseFundingStatus, parseOfferStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { parsePassportStatus } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { dueAtEndOf, excluding, type Task, task } from './task.ts';

/** What a round lets its offers wait for: an answer while it is open, an approval once it is closed. */
const AWAITS: Readonly<Record<FundingStatus | Unrecognised, 'answer' | 'approval' | 'nothing'>> = {
  open: 'answer',
  'target-reached': 'nothing',
  closed: 'approval',
  approved: 'nothing',
  'fell-short': 'nothing',
  cancelled: 'nothing',
  unrecognised: 'nothing',
};

/** What the offers of a round wait for. By when an approval is due, the project says. */
export const tasksOfFunding = (state: Funding): Task[] => state.offers.flatMap((offer) => offerTasks(offer, state));

function offerTasks(offer: Offer, state: Funding): Task[] {
  const { id, sponsor, amount, preparedBy, firstApproval } = offer;
  const { project, proposer, status: round } = state;
  const awaits = AWAITS[parseFundingStatus(round)];
  const common = { of: { offer: id }, project, amount, readers: [sponsor, proposer] };
  const status = parseOfferStatus(offer.status);
  switch (status) {
    case 'live':
      return awaits === 'answer' ? [answerTo(offer, state, common)] : [];
    case 'accepted': {
      const who = {
        role: 'sponsor.approver',
        organisation: sponsor,
        excluded: excluding('PreparedByTheSamePerson', [...preparedBy, firstApproval?.by ?? '']),
      };
      const what = { kind: 'offer-to-approve', operations: ['approveOffer', 'withdrawOffer'], silence: 'escalates' } as const;
      return awaits === 'approval' ? [task({ ...common, ...who, ...what })] : [];
    }
    case 'proposed':
    case 'refused':
    case 'declined':
    case 'retracted':
    case 'expired':
    case 'approved':
    case 'withdrawn':
    case 'lapsed':
    case 'unrecognised':
      return [];
  }
}

/** Terms wait for the side that did not make them. */
function answerTo({ side, sponsor, amount, expiresAt }: Offer, { proposer, deadline, gap }: Funding, common: Partial<Task>): Task {
  const accept = (amount?.amount ?? 0n) <= (gap?.amount ?? 0n) ? ['acceptOffer'] : [];
  const until = { due: expiresAt || deadline, silence: expiresAt === '' ? 'lapses' : 'expires' } as const;
  const isOfProposer = side === 'proposer';
  const who = isOfProposer
    ? { role: 'sponsor.officer', organisation: sponsor, kind: 'counter-offer-to-answer' as const }
    : { role: 'proposer.officer', organisation: proposer, kind: 'offer-to-answer' as const };
  return task({ ...common, ...who, ...until, operations: [...accept, 'counterOffer', isOfProposer ? 'retractOffer' : 'declineOffer'] });
}

/** What the due diligence on a subject waits for. */
export function tasksOfPassport(state: Passport): Task[] {
  const { subject, requestedBy, underReview, validUntil } = state;
  const common = { organisation: SECRETARIAT, readers: [subject] };
  const excluded = excluding('PreparedByTheSamePerson', [requestedBy]);
  const review = { kind: 'due-diligence', role: 'secretariat.verifier', operations: ['clearSubject', 'flagSubject'] } as const;
  const reviewing = underReview ? [task({ ...common, ...review, excluded, silence: 'nothing' })] : [];
  const renewal = { kind: 'clearance-ending', role: 'secretariat.officer', operations: ['requestDueDiligence'] } as const;
  const status = parsePassportStatus(state.status);
  switch (status) {
    case 'cleared':
      return isEnding(state) ? [task({ ...common, ...renewal, ...dueAtEndOf(validUntil), silence: 'expires' })] : reviewing;
    case 'requested':
      return reviewing;
    case 'flagged':
    case 'revoked':
    case 'expired':
    case 'unrecognised':
      return [];
  }
}

/** Once the secretariat was reminded of its last day, unless a next one is under review. */
const isEnding = ({ underReview, reminded, clearance, validUntil }: Passport): boolean =>
  !underReview && reminded.some((each) => each.startsWith(`clearance/${clearance}/${validUntil}/`));
