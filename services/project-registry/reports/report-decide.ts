import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { isReportable, REPORTABLE } from '../milestones/milestone.ts';
import {
  type Command,
  type CommandOf,
  type Edit,
  type Event,
  initial,
  type Rejection,
  type Section,
  type SectionName,
  type State,
} from './report.ts';
import { evolve } from './report-evolve.ts';
import { answersFault, isSameIndicators, lackingIn } from './reporting.ts';

type Decision = Decided<Event, Rejection>;
type Refusal = Rejection | undefined;

export function decide(command: Command, state: State): Decision {
  switch (command.type) {
    case 'SaveDraftResults':
      return save(command, state, 'results', {
        isSaid: ({ value }: Section<CommandOf<'SaveDraftResults'>['indicators']>) => isSameIndicators(value, command.indicators),
        fault: () => answersFault(command),
        saved: (edit) => ({ type: 'ReportResultsSaved', ...edit, indicators: command.indicators }),
      });
    case 'SaveDraftEvidence':
      return save(command, state, 'evidence', {
        isSaid: ({ value }: Section<readonly string[]>) => value.join() === command.evidence.join(),
        fault: () => unknown(command),
        saved: (edit) => ({ type: 'ReportEvidenceSaved', ...edit, evidence: command.evidence, uploadedBy: command.uploadedBy }),
      });
    case 'SaveDraftNarrative':
      return save(command, state, 'narrative', {
        isSaid: ({ value }: Section<string>) => value === command.note,
        fault: () => undefined,
        saved: (edit) => ({ type: 'ReportNarrativeSaved', ...edit, note: command.note }),
      });
    case 'SendDraft':
      return send(command, state);
    case 'ReturnDraft':
      return sendBack(command, state);
  }
}

type Saving = CommandOf<'SaveDraftResults' | 'SaveDraftEvidence' | 'SaveDraftNarrative'>;
type As<Value> = {
  /** Whether that is what the section says. */
  readonly isSaid: (section: Section<Value>) => boolean;
  readonly fault: () => Refusal;
  readonly saved: (edit: Edit & { readonly section: number }) => Event;
};

/**
 * Nobody overwrites a section that another person has saved since: it is refused with who and when, so that both values can be compared.
 */
function save<Value>({ on, version, now, by }: Saving, state: State, name: SectionName, as: As<Value>): Decision {
  const refusal = notAllowed(by, ROLES.SaveDraftNarrative, on.proposer);
  if (refusal) return refuse(refusal);
  const { status: _, ...beginning } = on;
  const begun = { type: 'ReportDraftBegun', ...beginning } as const;
  const before = state.status === 'absent' ? evolve(initial, begun) : state;
  if (before.status === 'absent') throw new Error('what has begun is not absent');
  const section = before[name] as Section<unknown> as Section<Value>;
  if (as.isSaid(section)) return alreadyApplied;
  const fault = closed(on) ?? (before.status === 'sent' ? { type: 'DraftIsSent', ...before.sent } : undefined);
  if (fault) return refuse(fault);
  if (version !== section.version) {
    const { by: other, at } = section.saved ?? { by: '', at: '' };
    return refuse({ type: 'SectionHasChanged', section: name, asked: version, actual: section.version, by: other, at });
  }
  const wrong = as.fault();
  if (wrong) return refuse(wrong);
  const saved = as.saved({ section: section.version + 1, by: by.person, at: now });
  return state.status === 'absent' ? accept(begun, saved) : accept(saved);
}

/** A complete draft goes to a certifier, in the version that its sender has read. */
function send({ on, version, planned, now, by }: CommandOf<'SendDraft'>, state: State): Decision {
  const refusal = notAllowed(by, ROLES.SendDraft, on.proposer) ?? closed(on);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'DraftIsIncomplete', missing: missingIn(NOTHING, planned) });
  if (state.status === 'sent') return isOneOf(version, state.version - 1, state.version) ? alreadyApplied : another(version, state);
  if (version !== state.version) return another(version, state);
  const missing = missingIn({ evidence: state.evidence.value, indicators: state.results.value }, planned);
  return missing.length > 0
    ? refuse({ type: 'DraftIsIncomplete', missing })
    : accept({ type: 'ReportSentToCertifier', at: now, by: by.person });
}

function sendBack({ on, version, note, now, by }: CommandOf<'ReturnDraft'>, state: State): Decision {
  const refusal = notAllowed(by, ROLES.ReturnDraft, on.proposer) ?? closed(on);
  if (refusal) return refuse(refusal);
  if (state.status === 'returned' && state.returned.note === note && state.returned.by === by.person) return alreadyApplied;
  if (state.status !== 'sent') return refuse({ type: 'DraftIsNotSent' });
  if (version !== state.version) return another(version, state);
  return accept({ type: 'ReportDraftReturned', note, at: now, by: by.person });
}

type Written = { readonly evidence: readonly string[]; readonly indicators: CommandOf<'SaveDraftResults'>['indicators'] };
const NOTHING: Written = { evidence: [], indicators: [] };

const missingIn = ({ evidence, indicators }: Written, planned: CommandOf<'SendDraft'>['planned']): string[] => [
  ...(evidence.length === 0 ? ['evidence'] : []),
  ...lackingIn({ indicators, planned }).map((code) => `results/${code}`),
];

const closed = ({ status }: Command['on']): Refusal =>
  isReportable(status) ? undefined : { type: 'MilestoneIsInAnotherStatus', needed: REPORTABLE, actual: status };
const unknown = ({ unknownEvidence: hashes }: CommandOf<'SaveDraftEvidence'>): Refusal =>
  hashes.length > 0 ? { type: 'EvidenceIsUnknown', hashes } : undefined;
const another = (asked: number, { version: actual }: { readonly version: number }): Decision =>
  refuse({ type: 'DraftIsAnother', asked, actual });
const isOneOf = (version: number, ...versions: readonly number[]): boolean => versions.includes(version);
