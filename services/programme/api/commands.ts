import { declarationCommands } from '../declaration/api/declaration-commands.ts';
import { signatoryCommands } from '../declaration/api/signatory-commands.ts';
import { actionCommands } from '../results/api/action-commands.ts';
import type { Commands, Parts } from './parts.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: Parts): Commands => ({
  ...declarationCommands(parts),
  ...signatoryCommands(parts),
  ...actionCommands(parts),
});
