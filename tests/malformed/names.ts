import { at, type Case, get } from './case.ts';
import { draftOf, nobodys, offerOf } from './world.ts';

export const NAMES: Case[] = [
  get('an id of another kind in the path', `/projects/${nobodys('agr')}`, '#params/id'),
  get('an id that is too short', '/projects/prj_1', '#params/id'),
  get('an id in capitals', `/projects/${nobodys('prj').toUpperCase()}`, '#params/id'),
  get('a query in the place of an id', '/projects/%7B%22$ne%22:1%7D', '#params/id'),
  get('a path that is not encoded as paths are', '/projects/%E0%A4%A', '#params'),
  at(
    'an id of another kind in the body',
    (w) => w.post(w.as.officer, '/projects', { ...draftOf(w), proposer: w.lender.sponsor }),
    '/proposer',
  ),
  at(
    'a mandate in the place of an envelope',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { envelope: w.lender.mandate })),
    '/envelope',
  ),
  at(
    'an operator of the store in the place of an id',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { mandate: { $gt: '' } })),
    '/mandate',
  ),
  [
    'a round that nobody opened',
    (w) => w.post(w.as.officer, `/fundings/${nobodys('fnd')}/offers/${w.offer}/decline`),
    404,
    'funding-is-unknown',
  ],
  ['a project that nobody has', (w) => w.get(`/projects/${nobodys('prj')}`, w.as.officer), 404, 'project-not-found'],
  [
    'a proposer that nobody is',
    (w) => w.post({ ...w.as.officer, organisation: nobodys('org') }, '/projects', { ...draftOf(w), proposer: nobodys('org') }),
    403,
    'organisation-is-not-registered',
  ],
  [
    'a mandate that nobody has',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { mandate: nobodys('man') })),
    404,
    'mandate-not-found',
    '/mandate',
  ],
  [
    'an envelope that nobody has',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { envelope: nobodys('env') })),
    404,
    'envelope-is-unknown',
    '/envelope',
  ],
  [
    'a mandate of another sponsor',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { mandate: w.stranger.mandate })),
    403,
    'mandate-is-not-the-sponsors',
    '/mandate',
  ],
  [
    'an envelope of another sponsor',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { envelope: w.stranger.envelope })),
    404,
    'envelope-is-unknown',
    '/envelope',
  ],
  [
    'a project of another city',
    (w) => w.post({ ...w.as.officer, organisation: w.stranger.sponsor }, `/projects/${w.draft}/submission`),
    403,
    'wrong-organisation',
  ],
  [
    'an envelope of another sponsor, to read',
    (w) => w.get(`/envelopes/${w.lender.envelope}`, { ...w.as.lender, organisation: w.stranger.sponsor }),
    404,
    'envelope-not-found',
  ],
  [
    'an agreement of others, to read',
    (w) => w.get(`/agreements/${w.agreement.id}`, { ...w.as.lender, organisation: w.stranger.sponsor }),
    404,
    'agreement-not-found',
  ],
  [
    'an offer of another round',
    (w) => w.post(w.as.officer, `/fundings/${w.agreement.funding}/offers/${w.offer}/decline`),
    404,
    'offer-is-unknown',
  ],
  [
    'a payment that nobody requested',
    (w) => w.post(w.as.checker, `/agreements/${w.agreement.id}/payments/${nobodys('pay')}/approval`),
    404,
    'payment-is-unknown',
  ],
];
