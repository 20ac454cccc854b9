import { COMMANDS } from '@junkan/proto/commands.ts';
import type { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import type { CheckedProposal } from '@junkan/proto/junkan/project/v1/service.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { atOnce } from '../http/at-once.ts';
import { about } from '../http/describe.ts';
import { id } from '../http/schemas.ts';
import { shapesOf } from '../http/shapes.ts';
import { soundPart } from '../http/sound.ts';
import { type FieldError, fieldAt } from '../problems/pointer.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

/** Of the largest proposals a request holds so many. */
const MAX_CHECKED = 40;
/** Forty large proposals are work for a good part of a second. */
const MAX_AT_ONCE = 2;
const RETRY_AFTER_S = '1';

/** Proposals as they are drafted. */
const { proposal } = COMMANDS.project.draftProject.request;
const drafted = shapesOf({ request: { proposal }, operation: { parts: {}, body: 'proposal' } }).body ?? z.never();
const asked = <Shape extends z.ZodType>(each: Shape) =>
  z.strictObject({
    proposer: id('org').meta({ description: 'Whose proposals they would be.' }),
    proposals: z.array(each).min(1).max(MAX_CHECKED),
  });

/**
 * A proposal that breaks a rule of the contract is answered together with everything else that prevents it; a body that is not a proposal
 * is malformed.
 */
const whatIsSound = z.unknown().transform((given, context) => {
  const { faults, value } = soundPart(drafted, given);
  if (value !== undefined) return { faults, proposal: value as Proposal };
  for (const { detail } of faults) context.addIssue(detail);
  return z.NEVER;
});

export function checking({ question }: Routes, { 'project-registry': projects }: Services): void {
  const checks = atOnce(MAX_AT_ONCE, 'RequestsAreTooMany', RETRY_AFTER_S);
  question(
    '/projects/check',
    about(
      'checkProposals',
      'What drafts of these proposals would be refused for, and what they would lack for their submission',
      answers.checked,
    ),
    asked(whatIsSound),
    async ({ body: { proposer, proposals }, call }) => {
      const giveBack = checks.take(call.actor.person);
      try {
        const { proposals: checked } = await projects.checkProposals({ proposer, proposals: proposals.map((each) => each.proposal) }, call);
        return { proposals: checked.map((each, index) => withFaults(each, proposals[index]?.faults ?? [])) };
      } finally {
        giveBack();
      }
    },
    asked(drafted),
  );
}

/** Rules between fields are checked once each of the fields is valid: they may lack only what was omitted. */
const withFaults = (checked: CheckedProposal, faults: readonly FieldError[]): CheckedProposal =>
  faults.length === 0
    ? checked
    : { ...checked, faults: faults.map(({ pointer, detail }) => ({ field: fieldAt(pointer), rule: detail })), missing: [] };
