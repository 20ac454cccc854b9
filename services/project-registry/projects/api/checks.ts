import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { checked } from '@junkan/kit/grpc/rules.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import type { Requests } from '@junkan/proto/junkan/project/v1/commands.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { CommandParts } from '../../api/parts.ts';
import { check } from '../proposal-check.ts';
import { countriesOf } from './project-commands.ts';
import { known } from './vocabulary.ts';

type Check = Handlers<typeof ProjectQueryServiceService>['checkProposals'];
const { request: RULES } = COMMANDS.project.draftProject;

/** Proposals as the commands that draft and revise them would check them. @throws ProblemError if the proposer is not registered */
export const checkProposals =
  ({ store, ...words }: Pick<CommandParts, 'store' | 'lists' | 'gazetteer'>): Check =>
  async ({ proposer, proposals }, { actor }) => {
    // The faults of others' proposals are not disclosed.
    if (actor.organisation !== proposer) throw notFound('Proposer', proposer);
    const countries = await countriesOf(store, idOf('org', proposer, 'proposer'));
    if (countries === undefined) throw notFound('Proposer', proposer);
    const given = proposals.map((proposal) => checked(RULES, { proposer, proposal }) as Requests['draftProject']);
    const found = given.map(async (each) => {
      const { proposal, strange } = await known(words, each.proposal);
      const { strange: of, faults, missing, countriesOfOthers } = check(proposal, countries, strange);
      return { faults, missing, countriesOfOthers, unknownCodes: of.codes, unknownPlace: of.place };
    });
    return { proposals: await Promise.all(found) };
  };
