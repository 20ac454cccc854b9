import type { Scene } from '../scene.ts';

/** A screen as one of its readers sees it. `account`: an organisation, and a role of it; none = whoever has not signed in. */
export type Screen = { readonly name: string; readonly path: string; readonly account?: string };

const of = (organisation: string, role: string): string => `${organisation}/${role}`;

/** Every screen, with the reader whose work it is. */
export function screensOf({
  city,
  accounts,
  bank,
  fund,
  paused,
  projects,
  funding,
  agreement,
  toSign,
  milestones: [paid, reported],
}: Scene): readonly Screen[] {
  const secretariat = (role: string): string => of('secretariat', role);
  return [
    { name: 'portfolio', path: '/' },
    { name: 'portfolio, places as a table', path: '/?map=table' },
    { name: 'portfolio, of one place', path: '/?cell=n34e138' },
    { name: 'flow', path: '/flow' },
    { name: 'flow as a table', path: '/flow?as=table' },
    { name: 'open data', path: '/data' },
    { name: 'how it works', path: '/how' },
    { name: 'accessibility', path: '/accessibility' },
    { name: 'city, public', path: `/organisations/${city}` },
    { name: 'sponsor, public', path: `/organisations/${bank.sponsor}` },
    { name: 'project, public', path: `/projects/${projects.running}` },
    { name: 'desk', path: '/desk', account: secretariat('secretariat.verifier') },
    { name: 'project', path: `/projects/${projects.running}`, account: of(city, 'proposer.officer') },
    { name: 'import of projects', path: '/projects/import', account: of(city, 'proposer.officer') },
    { name: 'screening', path: `/projects/${projects.screening}`, account: secretariat('secretariat.officer') },
    { name: 'offers', path: `/fundings/${funding}`, account: of(city, 'proposer.officer') },
    { name: 'offer of a sponsor', path: `/fundings/${funding}`, account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'agreement to sign', path: `/agreements/${toSign}`, account: of(city, 'proposer.certifier') },
    { name: 'agreement', path: `/agreements/${agreement}`, account: of(bank.sponsor, 'sponsor.approver') },
    { name: 'verification', path: `/milestones/${reported}`, account: secretariat('secretariat.verifier') },
    { name: 'own projects', path: '/projects', account: of(city, 'proposer.officer') },
    { name: 'own milestones', path: '/milestones', account: of(city, 'proposer.officer') },
    { name: 'milestones of a sponsor', path: '/milestones?state=over', account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'all projects', path: '/projects?sort=due', account: secretariat('auditor') },
    { name: 'own mandates', path: '/mandates', account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'a mandate that is paused', path: `/mandates/${paused}`, account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'revising a mandate', path: `/mandates/${bank.mandate}/edit`, account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'all budgets', path: '/envelopes', account: secretariat('auditor') },
    { name: 'all mandates', path: '/mandates', account: secretariat('auditor') },
    { name: 'own offers', path: '/offers', account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'approvals', path: '/approvals', account: of(bank.sponsor, 'sponsor.approver') },
    { name: 'due diligence', path: '/passports', account: secretariat('secretariat.verifier') },
    { name: 'organisations', path: '/organisations', account: secretariat('secretariat.officer') },
    { name: 'city', path: `/organisations/${city}`, account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'sponsor', path: `/organisations/${bank.sponsor}`, account: of(city, 'proposer.officer') },
    { name: 'receipts', path: '/payments', account: of(city, 'proposer.officer') },
    { name: 'statement', path: '/payments', account: of(bank.sponsor, 'sponsor.officer') },
    { name: 'bank accounts', path: '/bank-accounts', account: secretariat('finance.checker') },
    { name: 'own bank account', path: `/bank-accounts/${accounts.confirmed}`, account: of(city, 'proposer.officer') },
    { name: 'bank account of a partner', path: `/bank-accounts/${accounts.confirmed}`, account: of(bank.sponsor, 'sponsor.approver') },
    { name: 'bank account to confirm', path: `/bank-accounts/${accounts.proposed}`, account: of(fund.sponsor, 'sponsor.approver') },
    { name: 'own organisation', path: `/organisations/${city}`, account: of(city, 'proposer.officer') },
    { name: 'clock', path: '/clock', account: secretariat('clock.operator') },
    { name: 'money', path: `/milestones/${paid}/money`, account: secretariat('finance.maker') },
  ];
}
