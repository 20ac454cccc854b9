import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Promised } from '../milestones/milestone.ts';
import type { Command, OnMilestone, Rejection, State } from './report.ts';
import { decide } from './report-decide.ts';

export type ReportFacts = { readonly on: OnMilestone; readonly planned: readonly Promised[]; readonly now: Instant };
const { acts, whole } = actsOf<{ force: State; command: Command; rejection: Rejection; facts: ReportFacts }>();

/** Something that a section does not say yet. */
const MORE = { code: ' - ', value: '0', unit: '', notAvailable: false, because: '' };

const NEVER = { version: 0, value: [] } as const;
const NOTHING = { version: 0, results: NEVER, evidence: NEVER, narrative: NEVER } as const;

/** What is done to a draft, even before it is begun: with a body that no rule refuses. */
export const reportActs = acts({
  decide,
  hiding: [],
  acts: [
    whole((state, { on, planned, now }) => {
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
      };
    }),
  ],
});
