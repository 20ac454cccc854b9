import type { WAITS_OF_PROJECT } from './waits.ts';

const OFFICER = 'secretariat.officer';
const VERIFIER = 'secretariat.verifier';
const CERTIFIER = 'proposer.certifier';

/** At each moment of a request for support. The expert is none of those who are asked. */
export const WAITS_OF_REQUEST: typeof WAITS_OF_PROJECT = [
  ['no policy'],
  ['policy drafted'],
  ['policy published'],
  ['request submitted', `request-to-answer: ${OFFICER}`],
  ['request accepted', `expert-to-assign: ${OFFICER}`],
  ['expert assigned'],
  ['in work'],
  ['draft offered'],
  ['window open'],
  ['said within'],
  ['answered within'],
  ['said publicly'],
  ['window closed'],
  ['draft delivered', `adoption-to-record: ${CERTIFIER}`],
  ['adoption recorded', `adoption-to-check: ${VERIFIER}`],
  ['adoption returned', `adoption-to-record: ${CERTIFIER}`],
  ['adoption recorded again', `adoption-to-check: ${VERIFIER}`],
  ['a year after', 'outcome-to-tell: proposer.officer'],
  ['not adopted', `request-to-close: ${OFFICER}`],
  ['request over'],
];
