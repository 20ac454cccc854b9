import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Exact, exact, isEqual, read } from './exact.ts';
import { type Finding, finding, type Recorded, SKEW_MS, type Stored, streamsOf } from './facts.ts';

// What signatories hand in: self-assessments, action plans and progress reports.

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

const whereIs = (stored: Stored, stream: string): Events => Object.values(stored).flatMap(({ byStream }) => byStream.get(stream) ?? []);

/**
 * What is signed off in a report cites versions that were there by then, and what is verified in it is what the verdict was of. Nobody signs off
 * what they wrote, or reviews a report of milestones that they verified.
 */
export function reportsRestOnTheirSources(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [report, events] of streamsOf(stored.programme, 'rpt')) {
    for (const submitted of events.filter(({ type }) => type === 'ReportSubmitted')) {
      for (const cell of submitted.data.cells ?? []) checkCell(stored, report, submitted, cell, check);
      checkWriters(report, events, submitted, check);
    }
    checkReviewers(report, events, check);
  }
  return result();
}

// biome-ignore lint/suspicious/noExplicitAny: read as stored
function checkCell(stored: Stored, report: string, submitted: Recorded, cell: any, check: Check): void {
  if (!cell.source) {
    check(cell.certainty !== 'verified', () => `${cell.key} of ${report} is verified by no source`);
    return;
  }
  const [stream = '', version] = cell.source.split('@');
  const events = whereIs(stored, stream);
  const cited = events.find((event) => event.version === Number(version));
  check(
    cited !== undefined && Date.parse(cited.at) <= Date.parse(submitted.at) + SKEW_MS,
    () => `${cell.key} of ${report} cites ${cell.source}, which was not there when it was signed off`,
  );
  if (!cited) return;
  if (cell.certainty !== 'verified') {
    const said = saidAt(cell, events.slice(0, Number(version)));
    check(
      !said || said.some((each) => isEqual(each, read(cell.value))),
      () => `${cell.key} of ${report} is ${cell.value}, which ${cell.source} does not say`,
    );
    return;
  }
  const told = events.find(({ type, data }) => type === 'MilestoneReportSubmitted' && data.report === cited.data.report);
  const code = cell.key.split('/').at(-1);
  // biome-ignore lint/suspicious/noExplicitAny: read as stored
  const isOfIt = (each: any): boolean => each.code === code;
  const value = (cited.data.accepted?.find(isOfIt) ?? told?.data.indicators?.find(isOfIt))?.value;
  check(
    cited.type === 'MilestoneVerified' && value === cell.value,
    () => `${cell.key} of ${report} is ${cell.value}, but ${cell.source} verified ${value ?? 'nothing'}`,
  );
}

/** What a series, or an action of the city’s own, says by then of the days from the one that the key names on. */
// biome-ignore lint/suspicious/noExplicitAny: read as stored
function saidAt({ key, value, source }: any, events: Events): Exact[] | undefined {
  const [section, of, indicator, from] = key.split('/');
  if (section !== 'results' || !value || !from || from === 'trend' || !source.startsWith(`${of}@`)) return undefined;
  const standing = new Map<string, Recorded>();
  const opened = events.find(({ type }) => type === 'SeriesOpened')?.data.indicator;
  for (const event of events) {
    const { entry, period, measured } = event.data;
    if (!measured || !SAYING.includes(event.type)) continue;
    const name = entry ?? String(period);
    standing.set(name, standing.has(name) ? { ...event, data: { ...standing.get(name)?.data, measured } } : event);
  }
  return [...standing.values()]
    .filter(({ data }) => data.from === from && (data.measured.indicator ?? opened) === indicator)
    .map(({ data }) => exactOf(data.measured));
}
const SAYING: readonly Recorded['type'][] = [
  'ResultRecorded',
  'ResultCorrected',
  'SeriesValueRecorded',
  'SeriesValueCorrected',
  'SeriesCorrectionAccepted',
];

// biome-ignore lint/suspicious/noExplicitAny: read as stored
function exactOf({ value, numerator, denominator, unit }: any): Exact {
  if (!numerator) return read(value ?? '0');
  const [[a, b], [c, d]] = [read(numerator), read(denominator)];
  return exact(a * d * (unit === '%' ? 100n : 1n), b * c);
}

const WRITING: readonly Recorded['type'][] = ['SectionWritten', 'ValueTyped', 'ValueExplained', 'ValueContested', 'ReportCorrectionBegun'];

function checkWriters(report: string, events: Events, submitted: Recorded, check: Check): void {
  const { edition } = submitted.data;
  const wrote = events.filter(
    ({ type, data, version }) => WRITING.includes(type) && data.edition === edition && version < submitted.version,
  );
  check(
    !wrote.some(({ person }) => person === submitted.person),
    () => `edition ${edition} of ${report} is written and signed off by ${submitted.person}`,
  );
}

const REVIEWING: readonly Recorded['type'][] = ['CellReviewed', 'ReportReturned', 'ReportAccepted'];

function checkReviewers(report: string, events: Events, check: Check): void {
  for (const { type, person, version, data } of events.filter((event) => REVIEWING.includes(event.type))) {
    const submitted = events.findLast(
      (event) => event.type === 'ReportSubmitted' && event.version < version && event.data.edition === data.edition,
    );
    check(submitted !== undefined, () => `${type} of ${report}@${version} is of an edition that was not signed off`);
    const verifiers: readonly string[] = submitted?.data.verifiedBy ?? [];
    check(!verifiers.includes(person), () => `${type} of ${report}@${version} is by ${person}, who verified its milestones`);
  }
  for (const { person, version, data } of events.filter(({ type }) => type === 'ContestJudged')) {
    const contested = events.find(({ type, data: of }) => type === 'ValueContested' && of.contest === data.contest);
    check(
      contested !== undefined && contested.version < version && contested.data.verifiedBy !== person,
      () => `contest ${data.contest} of ${report} is judged by ${person}, who verified the value`,
    );
  }
}

/**
 * What is signed off of a self-assessment has its evidence and its reasons, by another person than who answered; and no edition changes once it
 * is signed off, accepted or published. A report is handed in only after the one before it was accepted.
 */
export function editionsAreLocked(stored: Stored): Finding {
  const { check, result } = finding();
  const { programme } = stored;
  for (const [assessment, events] of streamsOf(programme, 'asm')) {
    checkLevels(assessment, events, check);
    checkLocked(assessment, events, { changing: ['DimensionAnswered'], ending: 'AssessmentSignedOff' }, check);
  }
  for (const [plan, events] of streamsOf(programme, 'pln')) {
    checkLocked(plan, events, { changing: ['PlanDrafted', 'PlanSubmitted', 'PlanReturned'], ending: 'PlanAccepted' }, check);
    checkPlan(plan, events, check);
  }
  for (const [report, events] of streamsOf(programme, 'rpt'))
    checkLocked(report, events, { changing: [...WRITING, 'ReportSubmitted', 'ReportReturned'], ending: 'ReportPublished' }, check);
  checkOrder(programme.events, check);
  return result();
}

type Locking = { readonly changing: readonly Recorded['type'][]; readonly ending: Recorded['type'] };

function checkLocked(stream: string, events: Events, { changing, ending }: Locking, check: Check): void {
  for (const ended of events.filter(({ type }) => type === ending)) {
    const later = events.find(
      ({ type, data, version }) => changing.includes(type) && data.edition === ended.data.edition && version > ended.version,
    );
    check(
      !later,
      () => `${later?.type} of ${stream}@${later?.version} changes edition ${ended.data.edition}, which never changes any more`,
    );
  }
}

const STEEP_MONTHS = 18;

function checkLevels(assessment: string, events: Events, check: Check): void {
  const zone = events[0]?.data.timeZone ?? 'UTC';
  const signed = events.filter(({ type }) => type === 'AssessmentSignedOff');
  for (const { data, person } of signed) {
    const begun = events.find(({ type, data: of }) => type === 'AssessmentBegun' && of.edition === data.edition);
    const below = begun?.data.corrects || data.edition;
    const last = signed.findLast((other) => other.data.edition < below);
    const isFresh = last && plusMonths(dayIn(zone, last.data.at), STEEP_MONTHS) >= dayIn(zone, data.at);
    for (const { dimension, known, level = 0, reason, evidence = [], addresses = [], by } of data.answers ?? []) {
      const what = `${dimension} of edition ${data.edition} of ${assessment}`;
      check(by !== person, () => `${what} is answered and signed off by ${person}`);
      check(
        known !== 'level' || level < 2 || evidence.length + addresses.length > 0,
        () => `${what} is at level ${level}, and nothing shows it`,
      );
      // biome-ignore lint/suspicious/noExplicitAny: read as stored
      const before = last?.data.answers?.find((each: any) => each.dimension === dimension && each.known === 'level')?.level;
      const isSteep = isFresh && known === 'level' && (last.data.answers ?? []).some(isAnswerOf(dimension)) && level - (before ?? 0) >= 2;
      check(!(isSteep || known === 'not-applicable') || Boolean(reason), () => `${what} does not say why`);
    }
  }
}

const isAnswerOf =
  (dimension: string) =>
  (answer: { readonly dimension: string; readonly known: string }): boolean =>
    answer.dimension === dimension && answer.known === 'level';

function checkPlan(plan: string, events: Events, check: Check): void {
  for (const submitted of events.filter(({ type }) => type === 'PlanSubmitted')) {
    const { edition } = submitted.data;
    const drafted = events.filter(
      ({ type, data, version }) => type === 'PlanDrafted' && data.edition === edition && version < submitted.version,
    );
    check(
      drafted.length > 0 && !drafted.some(({ person }) => person === submitted.person),
      () => `edition ${edition} of ${plan} is drafted and signed off by ${submitted.person}`,
    );
    check(Boolean(drafted.at(-1)?.data.decision?.document), () => `edition ${edition} of ${plan} has no decision of the council`);
  }
}

function checkOrder(events: Events, check: Check): void {
  const opened = events.filter(({ type }) => type === 'ReportOpened');
  for (const { stream, data } of opened.filter(({ data: of }) => of.number > 1)) {
    const before = opened.find(
      ({ data: of }) => of.signatory === data.signatory && of.attempt === data.attempt && of.number === data.number - 1,
    );
    const accepted = events.find(({ stream: in_, type }) => in_ === before?.stream && type === 'ReportAccepted');
    const submitted = events.find(({ stream: in_, type }) => in_ === stream && type === 'ReportSubmitted');
    check(
      !submitted || (accepted !== undefined && accepted.data.at <= submitted.data.at),
      () => `${stream} is handed in before the report before it is accepted`,
    );
  }
}
