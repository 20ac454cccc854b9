import { clockCommands } from './clock-commands.ts';
import { delegationCommands } from './delegations.ts';
import { draftCommands } from './draft-commands.ts';
import { uploadEvidence } from './evidence.ts';
import { milestoneCommands } from './milestone-commands.ts';
import { paperCommands } from './paper-commands.ts';
import type { CommandParts, Commands } from './parts.ts';
import { personCommands } from './person-commands.ts';
import { projectCommands } from './project-commands.ts';
import { proposerCommands } from './proposer-commands.ts';

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
