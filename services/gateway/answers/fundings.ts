import { FUNDING_STATUSES, OFFER_STATUSES, SIDES } from '@junkan/proto/junkan/matching/v1/language.ts';
import { z } from 'zod';
import { offerTerms, said } from './histories.ts';
import { count, key, maybe, moment, money, names, version, word } from './parts.ts';
import { may } from './permissions.ts';

export const offer = z
  .strictObject({
    id: key('off'),
    status: z.enum(OFFER_STATUSES),
    sponsor: key('spo'),
    mandate: key('man'),
    envelope: key('env'),
    amount: money,
    terms: count.meta({ description: 'Counts the versions of the offer’s terms.' }),
    proposedBy: z.string(),
    approvedBy: word,
    reason: word,
    side: z.enum(SIDES).meta({ description: 'Whose terms they are; the other side accepts or counters them.' }),
    expiresAt: maybe(moment),
    preparedBy: z.array(z.string()),
    versions: maybe(z.array(offerTerms)).meta({ description: 'Every version of its terms. In the round, not in lists.' }),
    ended: maybe(said).meta({ description: 'What was said when it ended. In the round, not in lists.' }),
  })
  .meta({ id: 'Offer' });

export const funding = z
  .strictObject({
    id: key('fnd'),
    version,
    status: z.enum(FUNDING_STATUSES),
    project: key('prj'),
    round: count,
    proposer: key('org'),
    target: money,
    minimumClose: money,
    deadline: moment,
    accepted: maybe(money).meta({ description: 'Not told to rivals while the round gathers money.' }),
    gap: maybe(money).meta({ description: 'Not told to rivals while the round gathers money.' }),
    acceptedPercent: count.meta({ description: 'The accepted share of the target, down to a multiple of ten.' }),
    offers: z.array(offer),
    reopened: count.meta({ description: 'How often a withdrawal has reopened the round.' }),
    sealed: z.boolean().meta({ description: 'Whether an agreement is being made of what was approved.' }),
    may,
    names,
  })
  .meta({ id: 'Funding' });
