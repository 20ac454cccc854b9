import { declarationCommands } from '../declaration/api/declaration-commands.ts';
import { groupCommands } from '../declaration/api/group-commands.ts';
import { signatoryCommands } from '../declaration/api/signatory-commands.ts';
import type { Commands, Parts } from './parts.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: Parts): Commands => ({
  ...declarationCommands(parts),
  ...signatoryCommands(parts),
  ...groupCommands(parts),
});
