import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import { measureFits, takeEffect } from './settle.ts';
import { type Agreement, type Change, isInForce, type Measure, type Project, partiesOf, type Step, sum, TRANCHES } from './state.ts';

type Rule = Step['rules'][number];
const DAYS = ['2070-01-31', '2071-06-30'];
const KINDS = ['suspension', 'resumption', 'resumption', 'termination', 'amendment', 'amendment'] as const;

/** The steps of an agreement: signatures, and the measures that suspend, resume, end or amend it. */
export function contractingSteps(asking: Asking, project: Project): Step[] {
  const { agreement } = project;
  if (!agreement) return [];
  const measures = agreement.measures.map((measure, index) => [measure, index + 1] as const).slice(-2);
  return [
    ...signing(asking, project, agreement),
    propose(asking, project, agreement),
    ...measures.flatMap(([measure, number]) => deciding(asking, project, agreement, measure, number)),
  ];
}

function signing(asking: Asking, project: Project, agreement: Agreement): Step[] {
  const { rng, by } = asking;
  const { organisation: party } = by;
  const parties = partiesOf(agreement, project.city);
  const role = party === project.city ? 'proposer.certifier' : 'sponsor.approver';
  const who: Rule = [parties.includes(party) && by.roles.includes(role), 403];
  const isSame = rng.is(95);
  return [
    post('sign', 'signAgreement', { id: agreement.id }, asking, project, {
      body: { contentHash: isSame ? agreement.hash : '0'.repeat(64) },
      isDone: agreement.signed.has(party),
      // The city's signature is of another hand than the proposal.
      rules: [
        who,
        [isSame, 409],
        [agreement.status !== 'void', 409],
        [agreement.signed.has(party) || party !== project.city || !project.proposers.has(by.person), 403],
      ],
      effect: () => {
        agreement.signed.add(party);
        if (parties.every((each) => agreement.signed.has(each))) agreement.status = 'effective';
      },
    }),
    post('decline to sign', 'declineSignature', { id: agreement.id }, asking, project, {
      body: NOTE,
      isDone: agreement.status === 'void' && agreement.voidedBy === party,
      rules: [who, [agreement.status === 'draft' || agreement.voidedBy === party, 409]],
      effect: () => Object.assign(agreement, { status: 'void', declinedBy: party, voidedBy: party }),
    }),
  ];
}

function propose(asking: Asking, project: Project, agreement: Agreement): Step {
  const { model, rng, by } = asking;
  const kind = rng.of(KINDS);
  const change = kind === 'amendment' ? changeOf(asking, agreement) : undefined;
  const needed = ['secretariat', ...(change ? touched(agreement, change, project.city) : [])];
  return post(`propose ${kind}`, 'proposeMeasure', { id: agreement.id }, asking, project, {
    body: {
      kind,
      ...NOTE,
      changes: change ? [{ ...change, ...(change.amount === undefined ? {} : { amount: cents(change.amount) }) }] : [],
    },
    rules: [
      needs(by, ['secretariat.officer']),
      [isInForce(agreement), 409],
      [agreement.measures.every(({ status }) => status !== 'proposed'), 409],
      [measureFits(agreement, { kind, change }), 409],
      [change?.dueOn === undefined || change.dueOn > model.now, 422],
    ],
    effect: () => void agreement.measures.push({ kind, change, by: by.person, needed, approvals: [], status: 'proposed', refusedBy: '' }),
  });
}

/** Another day, or half of the money. */
function changeOf({ rng }: Asking, agreement: Agreement): Change {
  const tranche = rng.of(TRANCHES);
  const amount = Math.floor(sum(agreement.cells.filter((cell) => cell.tranche === tranche).map((cell) => cell.amount)) / 2);
  return rng.is(60) ? { tranche, dueOn: rng.of(DAYS) } : { tranche, amount };
}

/** Whose money changes or moves. */
const touched = ({ cells }: Agreement, { tranche }: Change, city: string): string[] => [
  city,
  ...cells.filter((cell) => cell.tranche === tranche && cell.amount > 0).map(({ sponsor }) => sponsor),
];

function deciding(asking: Asking, project: Project, agreement: Agreement, measure: Measure, number: number): Step[] {
  const { by } = asking;
  const of = { id: agreement.id, number };
  const party = by.roles.includes('secretariat.approver') ? 'secretariat' : by.organisation;
  const isParty: Rule = [
    by.roles.some((role) => ['secretariat.approver', 'proposer.certifier', 'sponsor.approver'].includes(role)) &&
      measure.needed.includes(party),
    403,
  ];
  const isProposed = measure.status === 'proposed';
  const mine = measure.approvals.some((each) => each.party === party && each.by === by.person);
  const isDone = mine || (isProposed && measure.by !== by.person && measure.approvals.some((each) => each.party === party));
  const isRefused = measure.status === 'refused' && measure.refusedBy === by.person;
  return [
    post('approve a measure', 'approveMeasure', of, asking, project, {
      isDone,
      rules: [
        isParty,
        ...(isDone
          ? []
          : ([
              [isProposed, 409],
              [measure.by !== by.person, 403],
              [measureFits(agreement, measure), 409],
            ] as const)),
      ],
      effect: () => {
        measure.approvals.push({ party, by: by.person });
        if (!measure.needed.every((each) => measure.approvals.some((approval) => approval.party === each))) return;
        measure.status = 'effective';
        takeEffect(agreement, measure);
      },
    }),
    post('refuse a measure', 'refuseMeasure', of, asking, project, {
      body: NOTE,
      isDone: isRefused,
      rules: [isParty, [isProposed || isRefused, 409]],
      effect: () => Object.assign(measure, { status: 'refused', refusedBy: by.person }),
    }),
  ];
}
