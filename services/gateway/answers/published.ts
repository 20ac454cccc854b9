import { PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { count, counted, key, list, maybe, moment, money, names } from '../parts.ts';
import { milestone, project, proof } from './items.ts';

const progress = z
  .strictObject({
    milestones: count,
    paid: count.meta({ description: 'Milestones of which nothing is left to be paid.' }),
    planned: maybe(money).meta({ description: 'All milestones together, as they were signed.' }),
    payable: maybe(money).meta({ description: 'All milestones together, by now: after amendments, verdicts and a termination.' }),
    settled: maybe(money),
  })
  .meta({ id: 'Progress', description: 'What has been paid of a project, by its agreements.' });

const progressByProject = z
  .record(z.string(), progress)
  .meta({ description: 'By project; of those that have an agreement in force, or had one.' });

const paid = z
  .strictObject({
    planned: money.meta({ description: 'As it was signed.' }),
    payable: money.meta({
      description: 'By now. What was carried from another milestone is counted here, and not there: the milestones of a project add up.',
    }),
    settled: money.meta({ description: 'What has been paid, by all sponsors together.' }),
    settledAt: maybe(moment).meta({ description: 'When the last part of it was.' }),
    paid: z.enum(['not', 'in-part', 'in-full']).meta({ description: '`in-full`: nothing is left to be paid.' }),
  })
  .meta({ id: 'Paid' });

/** What everybody may know of what is paid of milestones. */
const ofMilestones = {
  payments: z.record(z.string(), paid).meta({ description: 'By milestone.' }),
  progress: progressByProject,
};

/** A decimal of degrees. */
const degrees = z.string().regex(/^-?\d+(\.\d+)?$/);

export const publishedAnswers = {
  projects: counted('projects', project).extend({ progress: progressByProject }),
  publicMilestones: counted('milestones', milestone).extend(ofMilestones),
  publicMilestone: z
    .strictObject({
      milestone,
      payment: paid,
      proof: proof.optional().meta({ description: 'Once it was accepted, in whole or in part.' }),
      names,
    })
    .meta({ id: 'PublicMilestone' }),
  publicProofs: counted('proofs', proof),
  milestonesOfProject: list('milestones', milestone).extend(ofMilestones),
  publicMap: z
    .strictObject({
      cells: z.array(
        z
          .strictObject({
            cell: z
              .string()
              .meta({ description: 'Two degrees wide and high, by its corner in the south-west; projects are filtered by it.' }),
            projects: count,
            places: count,
            name: z.string().meta({ description: 'Of the place with most of the projects.' }),
            country: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }),
            latitude: degrees,
            longitude: degrees,
            project: maybe(key('prj')).meta({ description: 'Where it is one alone.' }),
            status: maybe(z.enum(PROJECT_STATUSES)).meta({ description: 'Of that one.' }),
          })
          .meta({ id: 'PlaceCell' }),
      ),
      placed: count.meta({ description: 'Projects of which it is said where they stand.' }),
      unplaced: count,
      more: z.boolean().meta({ description: 'Whether there are more cells than this answer contains.' }),
      names,
    })
    .meta({ id: 'PublicMap', description: 'Places: GeoNames, CC BY 4.0.' }),
};
