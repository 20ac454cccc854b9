import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Cell } from '../contract/terms.ts';
import type { JournalEntry } from '../journal.ts';
import type { Measure, Proposed, ResultChange, TermsChange, TrancheChange } from './measure.ts';

export type MeasureEvent =
  | (Proposed &
      Pick<Measure, 'note' | 'party' | 'needed' | 'heard' | 'answerDue'> & { type: 'MeasureProposed'; measure: number; by: string })
  | { type: 'MeasureAnswered'; measure: number; party: string; note: string; at: Instant; by: string }
  | { type: 'MeasureApproved'; measure: number; party: string; at: Instant; by: string }
  | { type: 'MeasureRefused'; measure: number; party: string; note: string; by: string }
  | { type: 'AgreementSuspended'; measure: number }
  | { type: 'AgreementResumed'; measure: number }
  | { type: 'AgreementTerminationBegun'; measure: number }
  | { type: 'AgreementTerminated'; measure: number; cells: readonly Cell[]; entry: JournalEntry | undefined }
  | {
      type: 'AgreementAmended';
      measure: number;
      changes: readonly TrancheChange[];
      cells: readonly Cell[];
      entry: JournalEntry | undefined;
      /** '' in events of earlier versions. */
      amendedHash: string;
      /** In events of earlier versions there is none of the three. */
      financing: readonly TermsChange[];
      results: readonly ResultChange[];
      provisions: string;
    };
