import type { Edit, Event, Existing, Section, State } from './report.ts';

export function evolve(state: State, event: Event): State {
  if (event.type === 'ReportDraftBegun') {
    const { type: _begun, ...of } = event;
    const sections = { results: never<never[]>([]), evidence: never<never[]>([]), narrative: never('') };
    return { status: 'editing', version: 1, of, ...sections, preparedBy: [] };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a draft that is absent`);
  const next = { ...state, version: state.version + 1 };
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'ReportResultsSaved':
      return { ...next, results: savedAs(event, event.indicators), preparedBy: withPreparer(state, event) };
    case 'ReportEvidenceSaved':
      return { ...next, evidence: savedAs(event, event.evidence), preparedBy: withPreparer(state, event, event.uploadedBy) };
    case 'ReportNarrativeSaved':
      return { ...next, narrative: savedAs(event, event.note), preparedBy: withPreparer(state, event) };
    case 'ReportSentToCertifier':
      return { ...begunOf(next), status: 'sent', sent: editOf(event), returned: returnedOf(state), preparedBy: withPreparer(state, event) };
    case 'ReportDraftReturned':
      return { ...begunOf(next), status: 'returned', returned: { ...editOf(event), note: event.note } };
  }
}

const never = <Value>(value: Value): Section<Value> => ({ version: 0, value, saved: undefined });
const editOf = ({ by, at }: Edit): Edit => ({ by, at });
const savedAs = <Value>({ section, ...edit }: Edit & { readonly section: number }, value: Value): Section<Value> => ({
  version: section,
  value,
  saved: editOf(edit),
});
const withPreparer = ({ preparedBy }: Existing, { by }: Edit, others: readonly string[] = []): readonly string[] => [
  ...new Set([...preparedBy, by, ...others]),
];
const returnedOf = (state: Existing) => ('returned' in state ? state.returned : undefined);
const begunOf = ({ version, of, results, evidence, narrative, preparedBy }: Existing) => ({
  version,
  of,
  results,
  evidence,
  narrative,
  preparedBy,
});
