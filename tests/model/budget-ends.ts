import type { Rng } from '../rng.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { isMoney } from './instruments.ts';
import type { BudgetEnd, Model, Project, Sponsor, Step } from './state.ts';

/** Days that are years apart; the first is over. */
const DAYS = ['2020-12-31', '2410-12-31', '2420-12-31', '2430-12-31', '2440-12-31'];

/** What the last day of a sponsor's budget comes to: proposed by one person, confirmed or refused by another. It only moves on. */
export function budgetEndStep(model: Model, rng: Rng): Step | undefined {
  const ofSponsors = model.people.filter(({ organisation }) => organisation.startsWith('spo_'));
  const by = rng.of(rng.is(90) ? ofSponsors : model.people);
  const own = model.sponsors.find(({ sponsor }) => sponsor === by.organisation);
  const sponsor = own && rng.is(90) ? own : rng.of(model.sponsors);
  const end = model.ends.get(sponsor.envelope);
  if (!end) return undefined;
  return rng.of([propose, confirm, refuse, confirm])({ model, rng, by }, sponsor, end);
}

function propose(asking: Asking, { sponsor, envelope }: Sponsor, end: BudgetEnd): Step | undefined {
  const { rng, by, model } = asking;
  const day = rng.of(DAYS.filter((each) => each >= end.day || each < model.now));
  const last = end.proposals.at(-1);
  const isSame = last?.by === by.person && last.day === day;
  const isDone = isSame && (last.status === 'proposed' || (last.status === 'moved' && end.day === day));
  return post('budget end', 'proposeEnvelopeEnd', { id: envelope }, asking, undefined, {
    body: { periodEnd: day, ...NOTE },
    isDone,
    rules: [
      ...ofSponsor(asking, 'sponsor.officer', sponsor),
      [isDone || last?.status !== 'proposed', 409],
      [isDone || day !== end.day, 409],
      [day >= model.now.slice(0, 10), 422],
    ],
    effect: () => end.proposals.push({ day, by: by.person, status: 'proposed', decidedBy: '' }),
  });
}

function confirm(asking: Asking, of: Sponsor, end: BudgetEnd): Step | undefined {
  const { by } = asking;
  const last = end.proposals.at(-1);
  if (!last) return undefined;
  const isDone = last.status === 'moved' && last.decidedBy === by.person;
  return post('budget end confirmation', 'confirmEnvelopeEnd', { id: of.envelope }, asking, undefined, {
    body: { proposal: end.proposals.length },
    isDone,
    rules: [
      ...ofSponsor(asking, 'sponsor.approver', of.sponsor),
      [isDone || last.status === 'proposed', 409],
      [last.status !== 'proposed' || last.by !== by.person, 403],
    ],
    effect: () => {
      Object.assign(last, { status: 'moved', decidedBy: by.person });
      end.day = last.day;
    },
  });
}

function refuse(asking: Asking, of: Sponsor, end: BudgetEnd): Step | undefined {
  const { by } = asking;
  const last = end.proposals.at(-1);
  if (!last) return undefined;
  const isDone = last.status === 'refused' && last.decidedBy === by.person;
  return post('budget end refusal', 'refuseEnvelopeEnd', { id: of.envelope }, asking, undefined, {
    body: { proposal: end.proposals.length, ...NOTE },
    isDone,
    rules: [...ofSponsor(asking, 'sponsor.approver', of.sponsor), [isDone || last.status === 'proposed', 409]],
    effect: () => {
      Object.assign(last, { status: 'refused', decidedBy: by.person });
    },
  });
}

/** Another sponsor does not even learn that there is a budget. */
const ofSponsor = ({ by }: Asking, role: 'sponsor.officer' | 'sponsor.approver', sponsor: string): Step['rules'] => [
  needs(by, [role]),
  [by.organisation === sponsor, 404],
];

const GOES_BY_IT: readonly string[] = ['effective', 'suspended', 'terminated'];

/** Until when the agreement of a project pays for each sponsor: as long as all budgets of its share do. */
export function endsOf({ funding, agreement }: Project, { ends }: Pick<Model, 'ends'>): string[] {
  if (!funding || !agreement || !GOES_BY_IT.includes(agreement.status)) return [];
  const sponsors = [...new Set(agreement.cells.map(({ sponsor }) => sponsor))];
  return sponsors
    .map((sponsor) => {
      const own = funding.offers.filter((offer) => offer.sponsor === sponsor && offer.status === 'approved' && isMoney(offer));
      const days = own.map(({ envelope }) => ends.get(envelope)?.day ?? '').toSorted();
      return `${sponsor} until ${days[0]}`;
    })
    .toSorted();
}

type Seen = { readonly status?: string; readonly shares: readonly { readonly sponsor: string; readonly periodEnd?: string | undefined }[] };

/** The same in the form of the API; a sponsor that gives no money pays by no budget. */
export const endsIn = (agreement: Seen | undefined): string[] =>
  agreement && GOES_BY_IT.includes(agreement.status ?? '')
    ? agreement.shares
        .filter(({ periodEnd }) => periodEnd)
        .map(({ sponsor, periodEnd }) => `${sponsor} until ${periodEnd}`)
        .toSorted()
    : [];
