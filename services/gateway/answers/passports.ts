import { FLAG_LEVELS, PASSPORT_STATUSES } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { z } from 'zod';
import { count, counted, day, key, maybe, names, version, word } from './parts.ts';
import { may } from './permissions.ts';

const level = z.enum(FLAG_LEVELS);
const reliance = z.strictObject({ clearance: count, project: key('prj'), organisation: z.string(), by: z.string() });

const passport = z
  .strictObject({
    id: key('ddp'),
    version,
    status: z.enum(PASSPORT_STATUSES),
    subject: key('org'),
    requests: count,
    requestedBy: word.meta({ description: 'Who asked last. For overseers and sponsors.' }),
    underReview: z.boolean().meta({ description: 'Whether a request waits for its verdict; a clearance that stands goes on meanwhile.' }),
    clearance: count.meta({ description: 'Counts the clearances; 0 before the first.' }),
    validUntil: maybe(day).meta({ description: 'The last day of the newest clearance, also where that has ended.' }),
    judgedBy: word.meta({ description: 'Who cleared, flagged or revoked last. For overseers and sponsors.' }),
    level: maybe(level).meta({ description: 'The newest flag since the last clearance: observation and yellow end nothing.' }),
    note: word.meta({ description: 'What was said with the last verdict or flag. For overseers and sponsors.' }),
    reliances: z.array(reliance).meta({ description: 'Who rested on it; a sponsor sees its own.' }),
    reminded: z.array(z.string()),
    may,
    names,
  })
  .meta({ id: 'Passport' });

export const passportAnswers = { passport, passports: counted('passports', passport) };
