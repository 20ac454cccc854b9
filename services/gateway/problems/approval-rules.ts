import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What the approval rules of organisations refuse. */
export const approvalRules = {
  ApprovalRulesAreUnknown: notFound(
    'There are no such approval rules',
    {},
    'No approval rules have this identifier.',
    'See the approval rules of the organisation.',
  ),
  LimitsAreUnknown: notFound(
    'There is no such proposal',
    { proposal: whole(2) },
    ({ proposal }) => `The organisation has no proposal ${proposal}.`,
    'Read the approval rules for their proposals.',
    { at: '/proposal' },
  ),
  LimitsArePending: conflict(
    'Limits that were proposed wait for their second person',
    { proposal: whole(2) },
    ({ proposal }) => `Proposal ${proposal} is neither approved nor refused yet.`,
    'Have that proposal decided, then propose others.',
  ),
  LimitsInStatus: conflict(
    'The proposal does not wait for this',
    { proposal: whole(2), status: text('approved') },
    ({ proposal, status }) => `Proposal ${proposal} is ${status}.`,
    'Read the approval rules for what stands, and propose other limits where it should change.',
  ),
  LimitIsNegative: invalid(
    'The limit is negative',
    { currency: text('USD') },
    ({ currency }) => `The limit in ${currency} is below zero.`,
    'Give an amount from zero on; with zero two persons approve every amount.',
    { at: '/limits' },
  ),
  CurrencyIsLimitedTwice: invalid(
    'A currency has two limits',
    { currency: text('USD') },
    ({ currency }) => `${currency} is given more than once.`,
    'Give one limit for each currency.',
    { at: '/limits' },
  ),
} satisfies Record<string, Entry>;
