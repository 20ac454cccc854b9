import { WORKFLOW_ACTOR } from '../call.ts';
import { type KeySettings, keysOf } from '../keys.ts';
import { type InternalTokens, internalTokens } from './internal-token.ts';

type Both = { readonly gateway: KeySettings; readonly workflows: KeySettings };

/** Calls as a service gets them: of persons by the gateway, of the workflows by themselves. */
export function outsiders(keys: Both): InternalTokens {
  const gateway = internalTokens(keysOf('gateway', keys.gateway));
  const workflows = internalTokens(keysOf('workflows', keys.workflows));
  return { ...gateway, issue: (actor, ...more) => (actor === WORKFLOW_ACTOR ? workflows : gateway).issue(actor, ...more) };
}
