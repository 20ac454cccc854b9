import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import type { Lists } from '@junkan/kit/lists.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import type { ReportCell } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { type Commands, type Parts, stamped } from '../../api/parts.ts';
import { reports, series } from '../../mapping.ts';
import { readingOf } from '../../results/api/facts-of-project.ts';
import type { Reading } from '../../results/measured.ts';
import type { Filled } from '../cells.ts';
import { periodsUsed, seriesCells } from '../filled-series.ts';
import { currentOf, obligationOf } from '../report.ts';
import { owingOf, reportIdOf, signatoryOf } from './owing.ts';
import { filledOf, membersFor } from './sources.ts';

type Writing =
  | 'openReport'
  | 'writeSection'
  | 'typeValue'
  | 'explainValue'
  | 'contestValue'
  | 'signOffProgressReport'
  | 'proposeReportEdition';
type Reviewing = 'judgeContest' | 'reviewCell' | 'returnProgressReport' | 'acceptProgressReport';

export const reportCommands = (parts: Parts): Pick<Commands, Writing | Reviewing> => ({ ...writing(parts), ...reviewing(parts) });

function writing(parts: Parts): Pick<Commands, Writing> {
  const { store, texts, clock } = parts;
  const run = commander(store, reports, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  const sourced = async (report: string, call: Received): Promise<{ readonly filled: readonly Filled[] }> => {
    const { state } = await store.load(reports, report);
    return { filled: state.status === 'absent' ? [] : await filledOf(parts, state, call) };
  };
  return {
    async openReport({ signatory, number }, call) {
      const of = await signatoryOf(store, signatory);
      const owing = await owingOf(parts, of, obligationOf({ number }));
      return run(reportIdOf(of, number), { type: 'OpenReport', number, owing, ...at(call) }, call);
    },
    writeSection: ({ report, note: words, ...written }, call) =>
      said(report, words, call, (note) => ({ type: 'WriteSection', ...written, note, ...at(call) })),
    async typeValue({ report, note: words, ...typed }, call) {
      const known = { ...(await sourced(report, call)), reading: readingNamed(parts.lists, typed.key) };
      return said(report, words, call, (note) => ({ type: 'TypeValue', ...typed, note, ...known, ...at(call) }));
    },
    async explainValue({ report, note: words, ...explained }, call) {
      const known = await sourced(report, call);
      return said(report, words, call, (note) => ({ type: 'ExplainValue', ...explained, note, ...known, ...at(call) }));
    },
    async contestValue({ report, note: words, ...contested }, call) {
      const known = await sourced(report, call);
      return said(report, words, call, (note) => ({ type: 'ContestValue', ...contested, note, ...known, ...at(call) }));
    },
    async signOffProgressReport({ report, edition }, call) {
      const { state } = await store.load(reports, report);
      const of = state.status === 'absent' ? undefined : await signatoryOf(store, state.signatory);
      const owing = of && state.status !== 'absent' ? await owingOf(parts, of, obligationOf(state)) : undefined;
      const members = of ? (await membersFor(parts, of)).map(({ signatory }) => signatory) : [];
      return run(report, { type: 'SignOffProgressReport', edition, owing, members, ...(await sourced(report, call)), ...at(call) }, call);
    },
    proposeReportEdition: ({ report, note: words }, call) =>
      said(report, words, call, (note) => ({ type: 'ProposeReportEdition', note, ...at(call) })),
  };
}

/** How the indicator is measured that is a part of a key, if one is. */
const readingNamed = (lists: Lists, key: string): Reading | undefined =>
  key
    .split('/')
    .map((code) => readingOf(lists, code))
    .find((reading) => reading !== undefined);

function reviewing({ store, texts, clock }: Parts): Pick<Commands, Reviewing> {
  const run = commander(store, reports, REJECTIONS);
  const lock = commander(store, series, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    judgeContest: ({ report, note: words, ...judged }, call) =>
      said(report, words, call, (note) => ({ type: 'JudgeContest', ...judged, note, ...at(call) })),
    reviewCell: ({ report, note: words, ...reviewed }, call) =>
      said(report, words, call, (note) => ({ type: 'ReviewCell', ...reviewed, note, ...at(call) })),
    async returnProgressReport({ report, edition, remarks: given }, call) {
      const reasons = given.map(({ reason }) => reason);
      const { references, keep } = await draftWords(texts, reasons, { stream: report, by: call.actor });
      const remarks = given.map(({ section }, index) => ({ section, reason: references[index] ?? '' }));
      return run(report, { type: 'ReturnProgressReport', edition, remarks, ...at(call) }, call, keep);
    },
    // What is published uses no value that may still change by itself: its periods are locked before, and stay so if it is not recorded after all.
    async acceptProgressReport({ report, edition }, call) {
      const { state } = await store.load(reports, report);
      const signed = (state.status === 'absent' ? undefined : currentOf(state))?.signed ?? [];
      const changed = await changedIn(store, signed);
      return run(report, { type: 'AcceptProgressReport', edition, changed, ...at(call) }, call, async () => {
        const own = { ...call, expectedVersion: undefined };
        const id = idOf('rpt', report, 'report');
        for (const [each, periods] of periodsUsed(signed))
          await lock(each, { type: 'LockSeriesPeriods', report: id, edition, periods, ...at(call) }, own);
      });
    },
  };
}

/** The values of series that are others by now: what is published is what was signed off, and what its series has. */
async function changedIn(store: Parts['store'], signed: readonly ReportCell[]): Promise<string[]> {
  const all = await Promise.all(
    [...periodsUsed(signed).keys()].map(async (id) => {
      const { state, version } = await store.load(series, id);
      return state.status === 'absent' ? [] : seriesCells({ id, version, state });
    }),
  );
  const now = new Map(all.flat().map(({ key, value }) => [key, value]));
  return signed.filter(({ key, value }) => now.has(key) && now.get(key) !== value).map(({ key }) => key);
}
