import { SIDES } from '@junkan/proto/junkan/matching/v1/language.ts';
import { PROJECT_DECISIONS, REPORT_VERDICTS, RESTS, WAIVER_OUTCOMES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { ENTRY_KINDS } from '../timeline/kinds.ts';
import { count, hash, key, maybe, moment, money, word } from './parts.ts';

/** What was said, then and since. */
export const said = z
  .strictObject({ note: word, erased: z.boolean().meta({ description: 'Whether the words were erased.' }), by: z.string(), at: moment })
  .meta({ id: 'Words' });

export const informationRound = z.strictObject({ submission: count, question: said, answer: maybe(said) }).meta({ id: 'InformationRound' });

export const declaration = z
  .strictObject({
    decision: z.enum(PROJECT_DECISIONS),
    reasons: z.array(z.string()),
    said,
  })
  .meta({ id: 'Declaration' });

const file = z
  .strictObject({
    hash,
    size: z.string().regex(/^\d+$/).meta({ description: 'In bytes.' }),
    mediaType: word,
    uploads: z.array(z.strictObject({ person: z.string(), organisation: key('org'), at: moment })),
    usedBefore: z.array(key('mst')).meta({ description: 'Other milestones whose reports cite the same file.' }),
  })
  .meta({ id: 'EvidenceFile' });

export const reportRound = z
  .strictObject({
    number: count,
    files: z.array(file),
    indicators: z.array(z.strictObject({ code: z.string(), value: z.string(), unit: word })),
    submitted: said,
    verdict: maybe(z.enum(REPORT_VERDICTS)),
    payableBasisPoints: count,
    rest: maybe(z.enum(RESTS)),
    judged: maybe(said),
  })
  .meta({ id: 'ReportRound' });

export const waiverRound = z
  .strictObject({
    number: count,
    rest: z.enum(RESTS),
    proposed: said,
    outcome: maybe(z.enum(WAIVER_OUTCOMES)),
    decided: maybe(said),
  })
  .meta({ id: 'WaiverRound' });

export const offerTerms = z.strictObject({ terms: count, amount: money, side: z.enum(SIDES), said }).meta({ id: 'OfferTerms' });

export const timelineEntry = z
  .strictObject({
    stream: z.string(),
    version: count,
    type: z.string(),
    at: moment,
    actor: word.meta({ description: 'Who acted. For the parties and overseers.' }),
    correlationId: word,
    causationId: word,
    kind: z.enum(ENTRY_KINDS).meta({ description: 'What it is about.' }),
    facts: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the event tells, as far as the caller may read it, with money as Money.' }),
    data: z.string().meta({ description: '`facts` as JSON in a text.' }),
    note: word.meta({ description: 'The words that the event names.' }),
    erased: z.boolean().meta({ description: 'Whether those words were erased.' }),
    summary: z.string().meta({ description: 'What happened, in a sentence.' }),
  })
  .meta({ id: 'TimelineEntry' });
