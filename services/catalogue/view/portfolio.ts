import { paidOfTranche } from '@junkan/disbursement/readers.ts';
import { type Brings, broughtBy } from '@junkan/kit/finance/financing.ts';
import { unfundedPartsOf } from '@junkan/kit/finance/shares.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import {
  type AgreementStatus,
  type PaymentStatus,
  parseAgreementStatus,
  parsePaymentStatus,
} from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Agreement, TrancheSum } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type FundingStatus, type OfferStatus, parseFundingStatus, parseOfferStatus } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { type ProjectStatus, parseProjectStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { amountOf } from './item.ts';

/**
 * What a project adds to the portfolio: its money, by certainty. Every unit is in one stage alone, the most certain that it has reached,
 * except for offers: they are meant for what is sought, and are counted separately until they are accepted. Guarantees and contributions in kind are no
 * money: they have stages of their own.
 */
export type Share = { readonly stage: string; readonly sponsor: string; readonly currency: string; readonly amount: bigint };

/** The public part of a project's money, and all of it. Neither is a part of the other. */
export type Shares = { readonly open: readonly Share[]; readonly full: readonly Share[] };

/** What is kept of a project, of each of its rounds and of each agreement: enough to say what they add. Amounts are texts of minor units. */
export type Part =
  | {
      readonly of: 'project';
      readonly isOpen: boolean;
      readonly status: string;
      readonly proposer: string;
      readonly countries: readonly string[];
      readonly themes: readonly string[];
      readonly month: string;
      readonly target: Sum;
    }
  | { readonly of: 'funding'; readonly round: number; readonly status: string; readonly target: Sum; readonly offers: readonly Offered[] }
  | {
      readonly of: 'agreement';
      readonly status: string;
      readonly sponsors: readonly Bound[];
      readonly unfunded: readonly Unfunded[];
      readonly currency: string;
      readonly tranches: readonly Paid[];
      /** When it came into force; '' = it is not. */
      readonly effectiveAt: string;
    };
type Sum = { readonly amount: string; readonly currency: string };
type Offered = { readonly sponsor: string; readonly status: string; readonly isBacked: boolean; readonly brings: Brings } & Sum;
/** `paid`: what of a guarantee was called and paid, as two persons have confirmed. */
type Unfunded = { readonly sponsor: string; readonly brings: Brings; readonly paid: string } & Sum;
type Bound = {
  readonly sponsor: string;
  readonly currency: string;
  readonly allocated: string;
  readonly inPayment: string;
  readonly settled: string;
};
/** Of a tranche what was planned when it was signed, what is to be paid by now, what is paid of it with what was retained and is released, and when the last of it was; '' = nothing is. */
type Paid = {
  readonly number: number;
  readonly planned: string;
  readonly owed: string;
  readonly paid: string;
  readonly paidAt: string;
};
export type ProjectPart = Extract<Part, { of: 'project' }>;
type FundingPart = Extract<Part, { of: 'funding' }>;
export type AgreementPart = Extract<Part, { of: 'agreement' }>;

/** A part with its project, and what distinguishes it there. */
export type PartOf = { readonly project: string; readonly source: string; readonly part: Part };

/** What a project, a round or an agreement has come to, for the sums over all projects; other items have no part in these. */
export function partIn(kind: string, seen: unknown, created: string): PartOf | undefined {
  if (kind === 'project') return ofProject(seen as Project, created);
  if (kind === 'funding') return ofFunding(seen as Funding);
  return kind === 'agreement' ? ofAgreement(seen as Agreement) : undefined;
}

const ofProject = (project: Project, created: string): PartOf => ({
  project: project.id,
  source: 'project',
  part: partOfProject(project, created),
});
const ofFunding = (funding: Funding): PartOf => ({ project: funding.project, source: funding.id, part: partOfFunding(funding) });
const ofAgreement = (agreement: Agreement): PartOf => ({
  project: agreement.project,
  source: agreement.id,
  part: partOfAgreement(agreement),
});

const sumOf = (money: Money | undefined): Sum => {
  const { amount, currency } = amountOf(money);
  return { amount: String(amount), currency };
};

const partOfProject = ({ status, proposer, proposal, submission }: Project, created: string): ProjectPart => ({
  of: 'project',
  isOpen: submission > 0,
  status,
  proposer,
  month: created.slice(0, 7),
  target: sumOf(proposal?.target),
  countries: [...new Set(proposal?.countries)].sort(),
  themes: [...new Set(proposal?.themes)].sort(),
});

const partOfFunding = ({ round, status, target, offers }: Funding): FundingPart => ({
  of: 'funding',
  round,
  status,
  target: sumOf(target),
  offers: offers.map(({ sponsor, status: of, terms, amount, financing }) => ({
    sponsor,
    status: of,
    brings: broughtBy(financing),
    isBacked: of !== 'proposed' || terms > 1,
    ...sumOf(amount),
  })),
});

const sumUp = (amounts: readonly (Money | undefined)[]): string => String(amounts.reduce((all, money) => all + amountOf(money).amount, 0n));

function partOfAgreement({ status, trancheSums, cells, payments, shares, drawings = [], effectiveAt = '' }: Agreement): AgreementPart {
  const sponsors = [...new Set(cells.map(({ sponsor }) => sponsor))].sort();
  return {
    of: 'agreement',
    status,
    currency: amountOf(cells[0]?.amount).currency,
    effectiveAt,
    tranches: trancheSums.map((each) => paidOf(each, payments)),
    unfunded: shares.flatMap((each) =>
      unfundedPartsOf(each).map(({ offer, amount, financing }) => {
        const claims = drawings.filter((drawing) => drawing.offer === offer && drawing.kind === 'call' && drawing.status === 'paid');
        const paid = sumUp(claims.map((claim) => claim.amount));
        return { sponsor: each.sponsor, brings: broughtBy(financing), paid, ...sumOf(amount) };
      }),
    ),
    sponsors: sponsors.map((sponsor) => {
      const own = cells.filter((cell) => cell.sponsor === sponsor);
      const paying = (stage: 'inPayment' | 'settled'): string =>
        sumUp(
          payments
            .filter((each) => each.sponsor === sponsor && PAYING[parsePaymentStatus(each.status)] === stage)
            .map(({ amount }) => amount),
        );
      const { currency } = amountOf(own[0]?.amount);
      return {
        sponsor,
        currency,
        allocated: sumUp(own.map(({ amount }) => amount)),
        inPayment: paying('inPayment'),
        settled: paying('settled'),
      };
    }),
  };
}

function paidOf({ number, planned, payable }: TrancheSum, payments: Agreement['payments']): Paid {
  const paid = paidOfTranche(payments, number);
  const instants = paid
    .filter(({ amount }) => amountOf(amount).amount > 0n)
    .map(({ order }) => order.settledAt)
    .sort();
  return {
    number,
    planned: sumUp([planned]),
    owed: sumUp([payable]),
    paid: sumUp(paid.map(({ amount }) => amount)),
    paidAt: instants.at(-1) ?? '',
  };
}

const PAYING: Readonly<Record<PaymentStatus | Unrecognised, 'inPayment' | 'settled' | undefined>> = {
  requested: 'inPayment',
  approved: 'inPayment',
  instructed: 'inPayment',
  settled: 'settled',
  refused: undefined,
  failed: undefined,
  returned: undefined,
  unrecognised: undefined,
};

/** Whether a project asks for money: from its submission until an agreement is in force. */
const ASKS: Readonly<Record<ProjectStatus | Unrecognised, boolean>> = {
  draft: false,
  submitted: true,
  'more-information-required': true,
  eligible: true,
  ineligible: false,
  open: true,
  funded: true,
  unfunded: false,
  approved: true,
  refused: false,
  withdrawn: false,
  'in-implementation': false,
  suspended: false,
  terminated: false,
  completed: false,
  closed: false,
  unrecognised: false,
};

/** What a round's money is: it gathers, it has what was accepted, or it came to nothing. */
const ROUND: Readonly<Record<FundingStatus | Unrecognised, 'gathers' | 'holds' | 'ended'>> = {
  open: 'gathers',
  'target-reached': 'gathers',
  closed: 'holds',
  approved: 'holds',
  'fell-short': 'ended',
  cancelled: 'ended',
  unrecognised: 'ended',
};

const OFFER: Readonly<Record<OfferStatus | Unrecognised, 'offered' | 'accepted' | undefined>> = {
  proposed: 'offered',
  live: 'offered',
  accepted: 'accepted',
  approved: 'accepted',
  refused: undefined,
  declined: undefined,
  retracted: undefined,
  expired: undefined,
  withdrawn: undefined,
  lapsed: undefined,
  unrecognised: undefined,
};

/** `bound`: what was paid counts. `inForce`: what is yet to be paid counts too. */
export const BINDS: Readonly<Record<AgreementStatus | Unrecognised, 'inForce' | 'bound' | undefined>> = {
  draft: undefined,
  void: undefined,
  effective: 'inForce',
  suspended: 'inForce',
  terminating: 'inForce',
  terminated: 'bound',
  ended: 'bound',
  unrecognised: undefined,
};

const share = (stage: string, { amount, currency }: { amount: bigint; currency: string }, sponsor = ''): Share => ({
  stage,
  sponsor,
  currency,
  amount,
});
/** Only what a round that is over, or an agreement, has of them is counted. What a guarantor has paid is guaranteed no more. */
const STAGE_OF = { exposure: 'guaranteed', value: 'in-kind' } as const;
const besideMoney = (all: readonly (Omit<Unfunded, 'paid'> & { readonly paid?: string })[], isOpen: boolean): Share[] =>
  all.flatMap(({ brings, sponsor, paid = '0', ...sum }) => {
    if (brings === 'money') return [];
    const { amount, currency } = minor(sum);
    const shown = isOpen ? '' : sponsor;
    const left = { amount: amount - BigInt(paid), currency };
    return [share(STAGE_OF[brings], left, shown), share('guarantee-paid', { amount: BigInt(paid), currency }, shown)];
  });

const minor = ({ amount, currency }: Sum) => ({ amount: BigInt(amount), currency });
const NOTHING: Shares = { open: [], full: [] };

/** What a project adds with all that belongs to it; nothing while only its proposer knows of it. */
export function sharesOf(parts: readonly Part[]): Shares {
  const project = projectIn(parts);
  if (!project?.isOpen) return NOTHING;
  const agreements = parts.filter(
    (part): part is AgreementPart => part.of === 'agreement' && BINDS[parseAgreementStatus(part.status)] !== undefined,
  );
  const { open, full } = agreements.length > 0 ? agreed(agreements) : asked(project, parts);
  return { open: open.filter(isSome), full: full.filter(isSome) };
}

const isMoney = ({ brings }: Offered): boolean => brings === 'money';
const isSome = ({ amount }: Share): boolean => amount !== 0n;
export const projectIn = (parts: readonly Part[]): ProjectPart | undefined =>
  parts.find((part): part is ProjectPart => part.of === 'project');

function asked({ status, target }: ProjectPart, parts: readonly Part[]): Shares {
  const asks = parseProjectStatus(status);
  if (!ASKS[asks]) return NOTHING;
  const [round] = parts.filter((part): part is FundingPart => part.of === 'funding').sort((a, b) => b.round - a.round);
  const sought = [share('sought', minor(target))];
  if (!round || !['open', 'funded', 'approved'].includes(asks)) return { open: sought, full: sought };
  const offers = round.offers.filter((offer) => OFFER[parseOfferStatus(offer.status)] !== undefined);
  const isAccepted = (offer: Offered): boolean => OFFER[parseOfferStatus(offer.status)] === 'accepted';
  const accepted = offers.filter(isAccepted).filter(isMoney);
  const taken = accepted.map((offer) => minor(offer));
  const state = ROUND[parseFundingStatus(round.status)];
  switch (state) {
    case 'gathers': {
      const whole = minor(round.target);
      const left = { ...whole, amount: taken.reduce((rest, { amount }) => rest - amount, whole.amount) };
      const all = offers
        .filter(isMoney)
        .map((offer) => share(isAccepted(offer) ? 'accepted' : offer.isBacked ? 'offered' : 'proposed', minor(offer), offer.sponsor));
      // While it gathers money, how much is accepted is for its parties to know.
      return { open: [share('sought', whole)], full: [share('sought', left), ...all] };
    }
    case 'holds':
      return {
        open: [...taken.map((each) => share('held', each)), ...besideMoney(offers.filter(isAccepted), true)],
        full: [...accepted.map((offer) => share('held', minor(offer), offer.sponsor)), ...besideMoney(offers.filter(isAccepted), false)],
      };
    case 'ended':
      return NOTHING;
  }
}

function agreed(agreements: readonly AgreementPart[]): Shares {
  const all = agreements.flatMap(({ status, sponsors }) =>
    sponsors.map((each) => ({ ...each, isInForce: BINDS[parseAgreementStatus(status)] === 'inForce' })),
  );
  const of = all.map(({ sponsor, currency, isInForce, ...sums }) => {
    const [allocated, inPayment, settled] = [BigInt(sums.allocated), BigInt(sums.inPayment), BigInt(sums.settled)];
    return { sponsor, currency, settled, inPayment, owed: isInForce ? allocated - settled : inPayment };
  });
  const unfunded = agreements.flatMap((each) => each.unfunded);
  return {
    // That a payment is under way is for the parties to know.
    open: [
      ...of.flatMap(({ currency, owed, settled }) => [
        share('committed', { amount: owed, currency }),
        share('settled', { amount: settled, currency }),
      ]),
      ...besideMoney(unfunded, true),
    ],
    full: [
      ...of.flatMap(({ sponsor, currency, owed, inPayment, settled }) => [
        share('committed', { amount: owed - inPayment, currency }, sponsor),
        share('in-payment', { amount: inPayment, currency }, sponsor),
        share('settled', { amount: settled, currency }, sponsor),
      ]),
      ...besideMoney(unfunded, false),
    ],
  };
}
