import type { Schemas } from '../../base/api/client.ts';
import type { ItemOperation } from '../../base/api/items.ts';
import type { CommandName } from '../../forms/commands.ts';

type Work = Schemas['Work'];

/** Tells a task apart from all others. */
export const keyOfTask = ({ kind, item, offer, payment, measure, tranche, sponsor }: Work): string =>
  [kind, item, offer, payment, measure, tranche, sponsor].join('/');

/**
 * What may be done to several items together, because none of them needs a separate input or consideration. `opened`: only after the person
 * has opened each of them; `rule`: the input follows from what others have decided.
 */
const TOGETHER: Readonly<Partial<Record<CommandName, 'opened' | 'rule'>>> = {
  openProject: 'opened',
  approveOffer: 'opened',
  approvePayment: 'opened',
  requestPayment: 'rule',
  instructPayment: 'rule',
};

export type Together = { readonly operation: CommandName; readonly needs: 'opened' | 'rule' };

/** The act that ends the wait of a task, where it may be done together with those of other tasks. */
export function bulkOf({ mine, excluded, operations }: Work): Together | undefined {
  const operation = operations.find((each) => TOGETHER[each as CommandName] !== undefined) as CommandName | undefined;
  const needs = operation && TOGETHER[operation];
  return mine && !excluded && operation && needs ? { operation, needs } : undefined;
}

const READ: Readonly<Record<string, ItemOperation>> = { prj: 'getProject', fnd: 'getFunding', agr: 'getAgreement' };
/** How the item of a task is read. */
export const readOf = ({ item }: Work): ItemOperation => READ[item.slice(0, 'prj'.length)] ?? 'getProject';

type Permission = Schemas['Permission'];

/** Whether a permission is of the part of the item that the task is about. */
export const isOfTask = ({ offer, payment, tranche, sponsor }: Work, permission: Permission): boolean =>
  permission.offer === offer &&
  permission.payment === payment &&
  (permission.tranche === undefined || permission.tranche === tranche) &&
  (permission.sponsor === undefined || permission.sponsor === sponsor);
