import { approver, secretary } from '../api.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

/** Above which amounts two persons of the secretariat approve. */
export const limiting = (base: Base) => ({
  /** One proposes the limits, another approves them; without any, one person approves again. */
  async limited(...limits: MoneyText[]): Promise<void> {
    const { id, version } = await base.as(secretary).proposeLimits({}, { limits });
    const { proposals } = await base.api.as(secretary).getApprovalRules({ id });
    const waiting = proposals?.find(({ status }) => status === 'proposed');
    if (waiting) await base.as(approver).approveLimits({ id }, { proposal: waiting.number }, { key: `${base.name}:limits:${version}` });
  },
});
