import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, type Existing, isWaiting, type Rejection } from './series.ts';
import { decide } from './series-decide.ts';

export type SeriesFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: SeriesFacts }>();

const told = {
  unit: '',
  value: '',
  numerator: '',
  denominator: '',
  baseline: '',
  notAvailable: 'not-measured-yet',
  evidence: ['-'],
} as const;
const telling = { told, unknownCodes: [], unknownEvidence: [] } as const;
/** Before all others, so that it overlaps with none. */
const FIRST = '0001-01-01';
const target = { target: '0', targetOn: '9999-12-31', baseline: '', baselineOn: '', note: '-' } as const;

const ofSeries = whole((_, { now }) => ({
  recordSeriesValue: { type: 'RecordSeriesValue', from: FIRST, to: FIRST, ...telling, now },
  setSeriesTarget: { type: 'SetSeriesTarget', target, now },
}));

const ofPeriod = on(
  ({ periods }) => periods,
  ({ number }) => ({ period: number }),
  ({ number: period }, { now }) => ({
    correctSeriesValue: { type: 'CorrectSeriesValue', period, ...telling, now },
    proposeSeriesCorrection: { type: 'ProposeSeriesCorrection', period, ...telling, now },
  }),
);

const ofCorrection = on(
  ({ corrections }) => corrections.filter(isWaiting),
  ({ number }) => ({ correction: number }),
  ({ number: correction }, { now }) => ({
    acceptSeriesCorrection: { type: 'AcceptSeriesCorrection', correction, now },
    refuseSeriesCorrection: { type: 'RefuseSeriesCorrection', correction, now },
  }),
).waiting(({ by, due }) => [
  {
    kind: 'series-correction-to-decide',
    ends: ['acceptSeriesCorrection', 'refuseSeriesCorrection'],
    against: [by],
    due,
    silence: 'nothing',
  },
]);

/** What is done to a series. */
export const seriesActs = acts({
  decide,
  hiding: ['SeriesIsUnknown'],
  acts: [ofSeries, ofPeriod, ofCorrection],
  organisations: ({ city }) => [city, SECRETARIAT],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now }),
});
