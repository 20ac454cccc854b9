import type { Call } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { unknownCodes } from '@junkan/kit/lists.ts';
import { REJECTIONS, seriesIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { placeOf, registeredAs } from '../../declaration/api/signatory-commands.ts';
import { series } from '../../mapping.ts';
import { readingOf } from '../../results/api/facts-of-project.ts';
import type { Told } from '../../results/measured.ts';

type Opening = 'openSeries' | 'setSeriesTarget';
type Telling = 'recordSeriesValue' | 'correctSeriesValue' | 'proposeSeriesCorrection';
type Deciding = 'acceptSeriesCorrection' | 'refuseSeriesCorrection';

export const seriesCommands = (parts: Parts): Pick<Commands, Opening | Telling | Deciding> => ({
  ...opening(parts),
  ...telling(parts),
  ...deciding(parts),
});

/** However a boundary is spaced or capitalised, it is the same. */
const plain = (words: string): string => words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

function opening(parts: Parts): Pick<Commands, Opening> {
  const { store, texts, clock, registry, lists } = parts;
  const run = commander(store, series, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async openSeries({ place, indicator, system, area, leftOut, method, source }, call) {
      mustHold(call.actor, ROLES.OpenSeries);
      const city = idOf('org', call.actor.organisation, 'organisation');
      const [registered, found] = await Promise.all([registeredAs(registry, city, call), placeOf(registry, place, call)]);
      const facts = {
        reading: readingOf(lists, indicator),
        unknownCodes: unknownCodes(lists, [{ field: 'indicator', list: 'indicators', code: indicator }]),
      };
      const told = { boundary: { system, area, leftOut }, measurement: { method, source } };
      const id = idFrom(...seriesIdParts(city, indicator, plain(system), plain(area)));
      const at = { now: clock.now(), by: call.actor };
      return run(id, { type: 'OpenSeries', city, ...registered, place: found, indicator, ...told, ...facts, ...at }, call);
    },
    setSeriesTarget: ({ series: id, note: words, ...target }, call) =>
      said(id, words, call, (note) => ({ type: 'SetSeriesTarget', target: { ...target, note }, now: clock.now(), by: call.actor })),
  };
}

function telling({ store, texts, clock, registry, lists }: Parts): Pick<Commands, Telling> {
  const said = withNote(commander(store, series, REJECTIONS), texts);
  /** A value of a series has no baseline: that is of its target. */
  const toldWith = async (value: Omit<Told, 'baseline'>, call: Call) => ({
    told: { ...value, baseline: '' },
    unknownCodes: unknownCodes(lists, [{ field: 'unit', list: 'units', code: value.unit }]),
    unknownEvidence: (await registry.checkEvidence({ evidence: [...value.evidence] }, asking(call))).unknown,
  });
  const at = stamped(clock);
  return {
    async recordSeriesValue({ series: id, from, to, certainty, note: words, ...value }, call) {
      const told = await toldWith(value, call);
      return said(id, words, call, (note) => ({ type: 'RecordSeriesValue', from, to, certainty, note, ...told, ...at(call) }));
    },
    async correctSeriesValue({ series: id, period, certainty, note: words, ...value }, call) {
      const told = await toldWith(value, call);
      return said(id, words, call, (note) => ({ type: 'CorrectSeriesValue', period, certainty, note, ...told, ...at(call) }));
    },
    async proposeSeriesCorrection({ series: id, period, certainty, note: words, ...value }, call) {
      const told = await toldWith(value, call);
      return said(id, words, call, (note) => ({ type: 'ProposeSeriesCorrection', period, certainty, note, ...told, ...at(call) }));
    },
  };
}

function deciding({ store, texts, clock }: Parts): Pick<Commands, Deciding> {
  const run = commander(store, series, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    acceptSeriesCorrection: ({ series: id, correction }, call) =>
      run(id, { type: 'AcceptSeriesCorrection', correction, ...at(call) }, call),
    refuseSeriesCorrection: ({ series: id, correction, note: words }, call) =>
      said(id, words, call, (note) => ({ type: 'RefuseSeriesCorrection', correction, note, ...at(call) })),
  };
}
