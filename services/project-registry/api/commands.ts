import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { clockCommands } from './clock-commands.ts';
import { uploadEvidence } from './evidence.ts';
import { milestoneCommands } from './milestone-commands.ts';
import type { CommandParts } from './parts.ts';
import { personCommands } from './person-commands.ts';
import { projectCommands } from './project-commands.ts';
import { proposerCommands } from './proposer-commands.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: CommandParts): Handlers<typeof ProjectCommandServiceService> => ({
  ...proposerCommands(parts),
  ...personCommands(parts),
  ...projectCommands(parts),
  ...milestoneCommands(parts),
  ...clockCommands(parts),
  uploadEvidence: uploadEvidence(parts),
});
