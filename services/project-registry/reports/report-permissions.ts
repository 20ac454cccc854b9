import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Promised } from '../milestones/milestone.ts';
import type { Command, OnMilestone, Rejection, State } from './report.ts';
import { decide } from './report-decide.ts';

export type ReportFacts = { readonly on: OnMilestone; readonly planned: readonly Promised[]; readonly now: Instant };

/** What an actor may do with a draft, even before it is begun: each operation is decided with a body that no rule refuses. */
export const reportPermissions = (state: State, facts: ReportFacts, bodies: ReportBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: [],
    by,
  });

/** What the bodies of its operations say. */
export type ReportBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

/** Something that a section does not say yet. */
const MORE = { code: ' - ', value: '0', unit: '', notAvailable: false, because: '' };

function attempts(state: State, { on, planned, now }: ReportFacts) {
  const { version, results, evidence, narrative } = state.status === 'absent' ? NOTHING : state;
  const common = { on, now } as const;
  return {
    saveDraftResults: {
      type: 'SaveDraftResults',
      ...common,
      version: results.version,
      planned: [{ code: MORE.code, unit: '', isDue: false }],
      indicators: results.value.length === 0 ? [MORE] : [],
    },
    saveDraftEvidence: {
      type: 'SaveDraftEvidence',
      ...common,
      version: evidence.version,
      unknownEvidence: [],
      uploadedBy: [],
      evidence: evidence.value.length === 0 ? [MORE.code] : [],
    },
    saveDraftNarrative: { type: 'SaveDraftNarrative', ...common, version: narrative.version },
    sendDraft: { type: 'SendDraft', ...common, version, planned },
    returnDraft: { type: 'ReturnDraft', ...common, version },
  } as const satisfies Attempts<Command>;
}

const NEVER = { version: 0, value: [] } as const;
const NOTHING = { version: 0, results: NEVER, evidence: NEVER, narrative: NEVER } as const;
