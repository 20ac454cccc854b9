import { readFileSync } from 'node:fs';
import type { BodyOf } from '@junkan/client/operations.ts';
import { type Acting, type Api, approver, certifierOf, nameOf, officerOf, secretary, sendingAs, verifier } from '../api.ts';

// How a city signs a declaration, assesses itself and has its plan accepted.

/** Structure of a declaration, with placeholders in the place of its texts. */
export const TEXT: BodyOf<'draftDeclaration'>['text'] = JSON.parse(
  readFileSync(new URL('../data/declaration.json', import.meta.url), 'utf8'),
);
const CHECKS = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;
const DIMENSIONS = [
  ...(['roles', 'vision', 'awareness', 'coordination', 'coherence', 'engagement'] as const),
  ...(['scale', 'regulation', 'financing', 'capacity', 'innovation', 'data'] as const),
];

export type City = {
  readonly name: string;
  readonly id: string;
  readonly signatory: string;
  readonly officer: Acting;
  readonly certifier: Acting;
  readonly document: string;
};

export type Steps = ReturnType<typeof stepsOf>;
/** Each step has a key that follows from its place, so that what was interrupted can be run again. */
export function stepsOf(api: Api, matter: string) {
  let step = 0;
  const sending = sendingAs(api, () => {
    step += 1;
    return { key: `${matter}:${step}`, correlationId: 'demonstration:declaration' };
  });
  return {
    ...sending,
    pass(steps: number): void {
      step += steps;
    },
  };
}

type Inviting = {
  readonly name: string;
  readonly country: string;
  readonly place: string;
  readonly declaration: string;
  readonly decidedOn: string;
  /** The city that is registered already. */
  readonly own?: string;
};

export async function invited(steps: Steps, { name, country, place, declaration, decidedOn, own }: Inviting): Promise<City> {
  const registered = own ?? (await steps.as(secretary).registerProposer({}, { name, kind: 'city', countries: [country] })).id;
  const [officer, certifier] = [steps.as(officerOf(registered)), steps.as(certifierOf(registered))];
  // An earlier version gave one of them a place in another country: what is repeated is sent as it was.
  const [before] = (await steps.as(secretary).listSignatories({ declaration, city: registered })).signatories;
  const { id } = await steps.as(secretary).inviteCity({}, { declaration, city: registered, place: before?.place?.id ?? place });
  const { hash: document } = await officer.upload(new TextEncoder().encode(`Decision of the council of ${name}`), 'text/plain', {
    name: 'Decision.txt',
  });
  await officer.recordCouncilDecision({ id }, { decidedOn, decisionNumber: '14', document });
  await officer.recordMandate({ id }, { person: nameOf(certifierOf(registered)), from: decidedOn, document });
  return { name, id: registered, signatory: id, officer, certifier, document };
}

export async function signed(
  by: Steps['as'],
  { signatory: id, certifier }: City,
  { hash }: { readonly declaration: string; readonly hash: string },
) {
  await certifier.signDeclaration({ id }, { version: 1, language: 'en', hash });
  await by(secretary).checkSignature({ id }, { checks: CHECKS });
  await by(approver).admitSignatory({ id });
}

export async function assessed({ signatory, officer, certifier }: City, level = 1): Promise<string> {
  const { id } = await officer.beginAssessment({ id: signatory });
  for (const dimension of DIMENSIONS)
    await officer.answerDimension(
      { id },
      { edition: 1, dimension, known: 'level', level, reason: '', evidence: [], addresses: [], target: 3, targetYear: 2032 },
    );
  await certifier.signOffAssessment({ id }, { edition: 1 });
  return id;
}

export async function planned(by: Steps['as'], { signatory, officer, certifier, document }: City, decidedOn: string): Promise<void> {
  const { id } = await officer.openPlan({ id: signatory });
  const commitments = TEXT.commitments.map(({ code }) => code);
  const plan = {
    edition: 1,
    decidedOn,
    decisionNumber: '15',
    document,
    objectives: ['Half of the organic waste is composted.'],
    actions: [{ title: 'Composting in every ward', commitments: commitments.slice(0, 3), seeksMoney: true }],
    left: commitments.slice(3).map((commitment) => ({ commitment, reason: 'After the first report.' })),
  };
  await officer.draftPlan({ id }, plan);
  await certifier.signOffPlan({ id }, { edition: 1 });
  await by(verifier).acceptPlan({ id }, { edition: 1 });
}
