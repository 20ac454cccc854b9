import { clockCommands } from '../clock/api/clock-commands.ts';
import { delegationCommands } from '../delegations/api/delegations.ts';
import { uploadEvidence } from '../evidence/api/evidence.ts';
import { milestoneCommands } from '../milestones/api/milestone-commands.ts';
import { paperCommands } from '../projects/api/paper-commands.ts';
import { projectCommands } from '../projects/api/project-commands.ts';
import { personCommands } from '../proposers/api/person-commands.ts';
import { proposerCommands } from '../proposers/api/proposer-commands.ts';
import { draftCommands } from '../reports/api/draft-commands.ts';
import type { CommandParts, Commands } from './parts.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: CommandParts): Commands => ({
  ...proposerCommands(parts),
  ...personCommands(parts),
  ...projectCommands(parts),
  ...paperCommands(parts),
  ...milestoneCommands(parts),
  ...draftCommands(parts),
  ...delegationCommands(parts),
  ...clockCommands(parts),
  uploadEvidence: uploadEvidence(parts),
});
