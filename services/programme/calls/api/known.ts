import type { Call } from '@junkan/kit/call.ts';
import { moneyOf, required } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { AnswerFacts, CallContent } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { callAnswerIdParts, projectCallIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { asking, type Parts } from '../../api/parts.ts';
import { type DeclarationId, inForce } from '../../declaration/declaration.ts';
import {
  groupOfCity,
  helpersAt,
  isInGoodStanding,
  peersAmong,
  RECORD,
  signatoryOfCity,
  wasInGoodStanding,
} from '../../judging/api/record.ts';
import type { KnownNomination } from '../../judging/interests.ts';
import { answers, declarations } from '../../mapping.ts';
import type { Existing as Answer } from '../answer.ts';
import type { AnswerId, CallId, ContentFacts, Existing } from '../call.ts';
import type { ReviewId } from '../review.ts';
import { beyondMandate, type MandateOfCall, unmetRules } from '../rules.ts';

// What others know of a call, of the projects that answer it, and of who has to do with them.

export const callIdOf = (person: string, command: string): CallId => idFrom(...projectCallIdParts(person, command));
export const answerIdOf = (call: string, project: string): AnswerId => idFrom(...callAnswerIdParts(call, project));
export const reviewIdOf = (reviewer: string, call: string): ReviewId => idFrom('rvw', reviewer, call);

/** The terms of a mandate that are in force, and their number; nothing where there is none. */
export async function mandateOf({ sponsors }: Pick<Parts, 'sponsors'>, id: string, call: Call) {
  if (id === '') return { mandate: undefined, mandateRevision: 0 };
  const { sponsor, status, terms, revision } = await sponsors.getMandate({ id, revision: 0 }, asking(call));
  const { countries, themes, excludedThemes, ticketMinimum, ticketMaximum } = required(terms, 'mandate');
  const [smallest, largest] = [moneyOf(ticketMinimum, 'ticketMinimum'), moneyOf(ticketMaximum, 'ticketMaximum')];
  const mandate: MandateOfCall = { sponsor, isPublished: status === 'published', countries, themes, excludedThemes, smallest, largest };
  return { mandate, mandateRevision: revision };
}

/** What is known of what a call says. */
export async function contentFacts(
  parts: Parts,
  { owner, mandate: id, content }: { readonly owner: string; readonly mandate: string; readonly content: CallContent },
  call: Call,
): Promise<ContentFacts> {
  const { mandate, mandateRevision } = await mandateOf(parts, id, call);
  const units = content.questions.map(({ unit }, index) => ({ field: `content.questions[${index}].unit`, list: 'units', code: unit }));
  const declaration = content.declaration as DeclarationId | '';
  return {
    content,
    exceeds: beyondMandate(owner, content, mandate),
    mandateRevision,
    unknownCodes: unknownCodes(parts.lists, [...saidIn('content.themes', 'themes', content.themes), ...units]),
    isDeclared: declaration === '' || inForce((await parts.store.load(declarations, declaration)).state) !== undefined,
  };
}

/** A project as its owner has it; nothing where there is none. */
export async function projectOf({ registry }: Pick<Parts, 'registry'>, id: string, call: Call): Promise<Project | undefined> {
  try {
    return await registry.getProject({ id }, { ...asking(call), actor: RECORD });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return undefined;
    throw error;
  }
}

/** The statuses in which a project is handed in and not funded yet. */
const ANSWERING: readonly string[] = ['submitted', 'more-information-required', 'eligible', 'open'];
/** Whether a project may answer a call, or go on answering one; none may not. */
export const answeringBy = (project: Project | undefined) => ({
  mayAnswer: project !== undefined && ANSWERING.includes(project.status),
  projectStatus: project?.status ?? '',
});

/** What a proposal says of what a call asks by rule. */
export const factsOf = ({ proposal, version }: Pick<Project, 'proposal' | 'version'>): AnswerFacts => {
  const { countries = [], themes = [], readiness = 0 } = proposal ?? {};
  return { countries, themes, readiness, version };
};

/** The rules of its call that an answer does not meet: as its project is now, or as it was signed off and at the close of the call. */
export async function unmetBy(
  parts: Parts,
  { content }: Pick<Existing, 'content'>,
  { city, amount }: Pick<Answer, 'city' | 'amount'>,
  { facts, on }: { readonly facts: AnswerFacts; readonly on: 'now' | 'close' },
) {
  const of = content.declaration === '' ? undefined : await signatoryOfCity(parts, content.declaration as DeclarationId, city);
  const isGood = of && (on === 'now' ? isInGoodStanding(of.state, parts.clock.now()) : wasInGoodStanding(of.state, content.closesOn));
  return unmetRules(content, { facts, amount, isInGoodStanding: isGood ?? false });
}

/** Answers that came in and are not withdrawn, as they are now. */
export async function answersTo({ store }: Pick<Parts, 'store'>, { entries }: Pick<Existing, 'entries'>) {
  const loaded = await Promise.all(
    entries.map(async ({ answer }) => ({ id: answer as AnswerId, state: (await store.load(answers, answer)).state })),
  );
  return loaded.flatMap(({ id, state }) => (state.status === 'absent' || state.status === 'withdrawn' ? [] : [{ id, state }]));
}

/** Who has screened any answer to a call. */
export const screenersOf = async (parts: Pick<Parts, 'store'>, state: Pick<Existing, 'entries'>): Promise<string[]> =>
  (await answersTo(parts, state)).flatMap(({ state: { screenedBy } }) => screenedBy);

/** Who has to do with the answers to a call. */
export async function knownAnswers(parts: Parts, state: Existing, call: Call): Promise<KnownNomination[]> {
  const declaration = state.content.declaration as DeclarationId | '';
  return Promise.all(
    (await answersTo(parts, state)).map(async ({ id, state: { city, project: of, writtenBy, signedOffBy } }) => {
      const [group, peers, project] = await Promise.all([
        declaration === '' ? [] : groupOfCity(parts, declaration, city),
        peersAmong(parts, city, state.reviewers),
        projectOf(parts, of, call),
      ]);
      const authors = [...writtenBy, signedOffBy, ...(project?.preparedBy ?? []), project?.submittedBy ?? ''];
      return {
        id,
        city,
        group,
        // It is not funded yet: nobody has paid for it, and nothing of it is verified.
        sponsors: [],
        verifiers: [],
        authors: [...new Set(authors)].filter((person) => person !== ''),
        authoredFor: [],
        peers,
        ...helpersAt(parts, city),
      };
    }),
  );
}
