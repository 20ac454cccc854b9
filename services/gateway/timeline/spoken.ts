import { moneyText } from '@junkan/kit/money-text.ts';
import type { Money } from '@junkan/proto/junkan/common/v1/common.ts';

// How sentences of a timeline say days, sums, shares and parties.

export const day = (instant: string): string => instant.slice(0, 10);
export const money = (sum: Money | undefined): string => (sum?.currency ? `${sum.currency} ${moneyText(sum).amount}` : 'nothing');
export const share = (basisPoints: number): string => `${basisPoints / 100} %`;
export const party = (id: string): string => (id.startsWith('spo_') ? `sponsor ${id}` : id.startsWith('org_') ? `proposer ${id}` : id);
