import { city, given as facts, officer } from '../projects/actors.fixture.ts';
import { type Event, initial, type OnMilestone, type State } from './report.ts';
import { evolve } from './report-evolve.ts';

/** A draft of a milestone's first report, written and sent by the officer. */
export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const of = { milestone: 'mst_a', project: 'prj_a', proposer: city, number: 1 } as const;
export const on: OnMilestone = { ...of, status: 'due' };
export const at = facts.now;
export const file = 'a'.repeat(64);
export const tonnes = { code: 'tonnes', value: '12.5', unit: 't', notAvailable: false, because: '' };
export const planned = [{ code: 'tonnes', unit: '', isDue: true }];
const edit = { at, by: officer.person };

export const begun = { type: 'ReportDraftBegun', ...of } satisfies Event;
export const filed = { type: 'ReportEvidenceSaved', section: 1, evidence: [file], uploadedBy: [officer.person], ...edit } satisfies Event;
export const measured = { type: 'ReportResultsSaved', section: 1, indicators: [tonnes], ...edit } satisfies Event;
export const narrated = { type: 'ReportNarrativeSaved', section: 1, note: 'txt_told', ...edit } satisfies Event;
export const sent = { type: 'ReportSentToCertifier', ...edit } satisfies Event;
export const written = [begun, filed, measured, narrated] as const;
