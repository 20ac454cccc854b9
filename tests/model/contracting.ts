import { type Asking, NOTE, post } from './asking.ts';
import { answering, deciding, propose } from './measures.ts';
import { type Agreement, type Project, partiesOf, type Step } from './state.ts';

type Rule = Step['rules'][number];

/** The steps of an agreement: signatures, and the measures that suspend, resume, end or amend it. */
export function contractingSteps(asking: Asking, project: Project): Step[] {
  const { agreement } = project;
  if (!agreement) return [];
  const measures = agreement.measures.map((measure, index) => [measure, index + 1] as const).slice(-2);
  return [
    ...signing(asking, project, agreement),
    propose(asking, project, agreement),
    ...measures.flatMap(([measure, number]) => [
      ...answering(asking, project, agreement, measure, number),
      ...deciding(asking, project, agreement, measure, number),
    ]),
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
