import type { OperationName } from '@junkan/client/operations.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import { CONDITIONAL } from './conditions.ts';
import { takenFor } from './exchanges.ts';
import { GUARANTEE, IN_KIND, isMoney } from './instruments.ts';
import { KEPT_PERCENT } from './retention.ts';
import { withdrawOffer } from './settle.ts';
import {
  BUDGETS,
  daysOn,
  endOfDay,
  FIRST_END,
  type Funding,
  gapOf,
  isTaken,
  isUndecided,
  type Model,
  type Offer,
  type Project,
  type Step,
  sum,
  TICKET,
} from './state.ts';

const GRANT = { instrument: 'grant' };
const LOAN = {
  instrument: 'loan',
  loan: { rate: 'fixed', percent: '2.375', tenorMonths: 240, graceMonths: 60, repayment: 'annuity', payments: 'half-yearly' },
};
const KEEPING = { instrument: 'grant', retentionPercent: String(KEPT_PERCENT), advances: true };
/** A loan that says nothing of its rate and repayment. */
const BARE = { instrument: 'loan' };
const AMOUNTS = [9_900, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 80_000, 80_100];
type Rule = Step['rules'][number];

/** The steps of a round and its offers. */
export function raisingSteps(asking: Asking, project: Project): Step[] {
  const { funding } = project;
  if (!funding) return [];
  const of = (offer: Offer): Step[] => [...ofTerms(asking, project, funding, offer), ...ofEnds(asking, project, funding, offer)];
  return [propose(asking, project, funding), ...funding.offers.slice(-5).flatMap(of)];
}

/** A sponsor whose budget runs out offers from another from then on. */
export function openEnvelope(asking: Asking, sponsor: Model['sponsors'][number]): Step {
  return post('envelope', 'openEnvelope', { id: sponsor.sponsor }, asking, undefined, {
    body: {
      total: sponsor.currency === 'JPY' ? { amount: String(BUDGETS.JPY), currency: 'JPY' } : cents(BUDGETS.USD),
      periodEnd: FIRST_END,
    },
    rules: [needs(asking.by, ['sponsor.approver'], sponsor.sponsor)],
    effect: ({ id }) => {
      sponsor.envelope = id;
      asking.model.budgets.set(id, sponsor.currency);
      asking.model.ends.set(id, { day: FIRST_END, proposals: [] });
    },
  });
}

const inTicket = (amount: number, maximum: number): Rule => [amount >= TICKET.minimum && amount <= maximum, 422];
const inGap = (amount: number, financing: object, funding: Funding): Rule => [!isMoney({ financing }) || amount <= gapOf(funding), 409];

function propose(asking: Asking, project: Project, funding: Funding): Step {
  const { model, rng, by } = asking;
  const own = model.sponsors.find(({ sponsor }) => sponsor === by.organisation);
  const { sponsor, mandate, mandateIs, envelope } = own && rng.is(92) ? own : rng.of(model.sponsors);
  const amount = rng.is(50) ? Math.min(gapOf(funding), TICKET.maximum) : rng.of(AMOUNTS);
  const until = rng.is(20) ? rng.of([-3, 5, 20]) : 0;
  const financing = rng.is(95) ? rng.of([GRANT, LOAN, KEEPING, KEEPING, CONDITIONAL, GUARANTEE, IN_KIND]) : BARE;
  const takes = takenFor(model, sponsor, amount);
  const validUntil = until === 0 ? '' : daysOn(model.now, until).slice(0, 10);
  return post('offer', 'proposeOffer', { id: funding.id }, asking, project, {
    body: { mandate, envelope, amount: cents(amount), validUntil, financing },
    rules: [
      needs(by, ['sponsor.officer'], sponsor),
      [funding.status === 'open', 409],
      [financing !== BARE, 422],
      inTicket(amount, mandateIs.maximum),
      [mandateIs.status === 'published', 409],
      inGap(amount, financing, funding),
      [takes !== undefined, 409],
      [until >= 0, 422],
      [validUntil === '' || endOfDay(validUntil) <= funding.deadline, 422],
    ],
    effect: ({ offer = '' }) =>
      void funding.offers.push({
        id: offer,
        sponsor,
        envelope,
        maximum: mandateIs.maximum,
        status: 'proposed',
        amount,
        takes: takes ?? 0,
        financing,
        terms: 1,
        side: 'sponsor',
        earlier: undefined,
        isAgreed: false,
        held: 0,
        expires: validUntil === '' ? '' : endOfDay(validUntil),
        prepared: new Set([by.person]),
        firstBy: '',
      }),
  });
}

function ofTerms(asking: Asking, project: Project, funding: Funding, offer: Offer): Step[] {
  const { rng, by } = asking;
  const of = { id: funding.id, offer: offer.id };
  const isSponsors = offer.side === 'sponsor';
  const otherSide = isSponsors ? needs(by, ['proposer.officer'], project.city) : needs(by, ['sponsor.officer'], offer.sponsor);
  const terms = rng.is(95) ? offer.terms : offer.terms + 1;
  const amount = rng.of(AMOUNTS);
  const asked = rng.is(50) ? rng.of([GRANT, LOAN, KEEPING, BARE, CONDITIONAL]) : undefined;
  const known: Rule = [terms === offer.terms, 409];
  const answerable: Rule[] = [
    [funding.status === 'open', 409],
    [offer.status === 'live', 409],
  ];
  const isDone = terms === offer.terms && isTaken(offer);
  const { model } = asking;
  const [agreed, countered] = [offer.amount, amount].map((each) => takenFor(model, offer.sponsor, each));
  return [
    post('accept', 'acceptOffer', of, asking, project, {
      body: { terms },
      isDone,
      rules: [
        otherSide,
        known,
        ...(isDone
          ? []
          : [...answerable, inGap(offer.amount, offer.financing, funding), [!offer.earlier || agreed !== undefined, 409] as const]),
      ],
      effect: () => {
        // Budget backs other terms: it follows first.
        if (offer.earlier) Object.assign(offer, { status: 'proposed', isAgreed: true, takes: agreed });
        else offer.status = 'accepted';
        if (!isSponsors) offer.prepared.add(by.person);
      },
    }),
    post('counter', 'counterOffer', of, asking, project, {
      body: { terms, amount: cents(amount), ...(asked ? { financing: asked } : {}) },
      rules: [
        otherSide,
        known,
        ...answerable,
        [asked !== BARE, 422],
        inTicket(amount, offer.maximum),
        inGap(amount, asked ?? offer.financing, funding),
        [isSponsors || countered !== undefined, 409],
        [amount !== offer.amount || (asked ?? offer.financing) !== offer.financing, 422],
      ],
      effect: () => {
        if (!isSponsors) offer.prepared.add(by.person);
        const earlier = offer.earlier ?? { amount: offer.amount, takes: offer.takes, financing: offer.financing, side: offer.side };
        const answered = isSponsors ? { status: 'live', side: 'proposer' } : { status: 'proposed', side: 'sponsor', takes: countered };
        Object.assign(offer, { amount, financing: asked ?? offer.financing, earlier, terms: terms + 1, ...answered });
      },
    }),
  ];
}

/** Whether all that its sponsor offers in the round is above its limit: in dollars, or in its own currency where that is another. */
function isAboveLimit({ sponsors }: Model, { offers }: Funding, { sponsor }: Offer): boolean {
  const { limit, currency } = sponsors.find((each) => each.sponsor === sponsor) ?? {};
  const own = offers.filter((each) => each.sponsor === sponsor && isTaken(each));
  return limit !== undefined && sum(own.map(({ amount, takes }) => (currency === 'JPY' ? takes : amount))) > limit;
}

function ofEnds(asking: Asking, project: Project, funding: Funding, offer: Offer): Step[] {
  const { model, by } = asking;
  // Another sponsor does not even learn that there is such an offer.
  const isSeen = kindOf(by.organisation) !== 'sponsor' || by.organisation === offer.sponsor;
  type Named = readonly [name: string, operation: OperationName];
  const step = (
    [name, operation]: Named,
    who: Rule,
    isDone: boolean,
    rules: readonly Rule[],
    effect: () => void,
    body: object = NOTE,
  ): Step =>
    post(name, operation, { id: funding.id, offer: offer.id }, asking, project, {
      body,
      isDone,
      rules: [who, [isSeen, 404], ...(isDone ? [] : rules)],
      effect,
    });
  const ends = (status: Offer['status']) => (): void => {
    offer.status = status;
  };
  const isOf = (status: Offer['status']): boolean => offer.status === status;
  const ofSponsor = needs(by, ['sponsor.officer'], offer.sponsor);
  const waitsForSecond = isAboveLimit(model, funding, offer) && offer.firstBy === '';
  const withdrawable = ['open', 'funded'].includes(project.status) || (project.status === 'approved' && funding.status !== 'approved');
  return [
    step(
      ['decline', 'declineOffer'],
      needs(by, ['proposer.officer'], project.city),
      isOf('declined'),
      [[isOf('live'), 409]],
      ends('declined'),
    ),
    step(['retraction', 'retractOffer'], ofSponsor, isOf('retracted'), [[isUndecided(offer), 409]], ends('retracted')),
    step(
      ['withdrawal', 'withdrawOffer'],
      needs(by, ['sponsor.officer', 'sponsor.approver'], offer.sponsor),
      isOf('withdrawn'),
      [
        [isTaken(offer), 409],
        [withdrawable, 409],
      ],
      () => withdrawOffer(funding, offer, model.now),
    ),
    step(
      [waitsForSecond ? 'first approval' : 'approval', 'approveOffer'],
      needs(by, ['sponsor.approver'], offer.sponsor),
      isOf('approved') || (isOf('accepted') && funding.status === 'closed' && offer.firstBy === by.person),
      [
        [funding.status === 'closed', 409],
        [isOf('accepted'), 409],
        [!offer.prepared.has(by.person), 403],
      ],
      waitsForSecond
        ? () => {
            offer.firstBy = by.person;
          }
        : ends('approved'),
      {},
    ),
  ];
}
