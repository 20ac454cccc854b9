import type { Projection } from '@junkan/kit/messaging/projection.ts';
import { decodeProjectEvent, type ProjectEvent } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { decodeMandateEvent } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';

/** What other contexts say of those who can be matched; the index in memory is filled from these rows. */
export type MandateCandidate = { readonly sponsor: string; readonly status: string; readonly terms: MandateTerms | undefined };
export type ProjectCandidate = { readonly proposal: Proposal | undefined; readonly seeking: boolean };

export const mandateCandidates: Projection<MandateCandidate> = {
  name: 'mandate_candidates',
  context: 'sponsor',
  aggregates: ['mandate'],
  fold(view, { type, data }) {
    const event = decodeMandateEvent(type, data);
    if (event !== 'unrecognised') return { sponsor: event.data.sponsor, status: 'published', terms: event.data.terms };
    if (!view) throw new Error(`${type} met a mandate that was never published`);
    return view;
  },
};

/** From eligible until its round is over, a project seeks sponsors. */
const SEEKING: { readonly [Type in ProjectEvent['type']]?: boolean } = {
  ProjectDeclaredEligible: true,
  ProjectFunded: false,
  ProjectLeftUnfunded: false,
  ProjectDeclaredIneligible: false,
};

export const projectCandidates: Projection<ProjectCandidate> = {
  name: 'project_candidates',
  context: 'project',
  aggregates: ['project'],
  fold(view, { type, data }) {
    const event = decodeProjectEvent(type, data);
    if (event !== 'unrecognised' && event.type === 'ProjectDrafted') return { proposal: event.data.proposal, seeking: false };
    if (!view) throw new Error(`${type} met a project that was never drafted`);
    // What a newer registry tells of it leaves it as it is.
    if (event === 'unrecognised') return view;
    if (event.type === 'ProjectRevised') return { ...view, proposal: event.data.proposal };
    return { ...view, seeking: SEEKING[event.type] ?? view.seeking };
  },
};
