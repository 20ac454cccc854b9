import { readFileSync } from 'node:fs';
import { TRIAL_ROLES } from '@junkan/trial-sign-in/accounts.ts';
import { ENGLISH } from '@junkan/trial-sign-in/words.ts';
import { expect, test } from 'vitest';
import { hintOf } from './hint.ts';

const ROLES = TRIAL_ROLES.map((role) => ({ title: ENGLISH.role({ role }), does: ENGLISH.does({ role }) }));

test('who starts an installation is shown where it is, and what each role does', () => {
  const hint = hintOf('http://127.0.0.1:8080', { sponsor: 'A bank', proposer: 'Hanoi', partner: 'A network' });
  expect(hint).toContain('Open http://127.0.0.1:8080 in a browser');
  expect(hint).toContain('Nobody needs a password.');
  for (const { title, does } of ROLES) expect(hint.match(new RegExp(`^ +${title} +${does}$`, 'm'))).not.toBeNull();
  expect(hint).toContain('A sponsor, such as A bank\n');
  expect(hint).toContain('A city, such as Hanoi\n');
  expect(hint).toContain('A partner organisation, such as A network\n');
});

test('what waits is shown with its address, and for whom it waits', () => {
  const waiting = [
    { name: 'to-screen', title: 'Biogas from the fish market', by: 'secretariat.officer', of: 'Secretariat', path: '/projects/prj_a' },
    { name: 'seat-to-take', title: 'Composting', by: 'proposer.officer', of: 'Kota Kenanga', path: '/training-sessions/ses_a' },
  ] as const;
  expect(hintOf('http://127.0.0.1:8080', { waiting })).toContain(
    'Secretariat officer     Biogas from the fish market: http://127.0.0.1:8080/projects/prj_a\n',
  );
  expect(hintOf('http://127.0.0.1:8080', { waiting })).toMatch(
    /Kota Kenanga\n +Proposer’s officer +Composting: http:\/\/127.0.0.1:8080\/training-sessions\/ses_a\n/,
  );
  expect(hintOf('http://127.0.0.1:8080', {})).not.toContain('What waits for somebody');
});

test('where there is no sponsor, city or partner yet, the hint says how one is found', () => {
  const hint = hintOf('http://127.0.0.1:8080', {});
  expect(hint).toContain('A sponsor, found by its name once there is one\n');
  expect(hint).toContain('A city, found by its name once there is one\n');
  expect(hint).toContain('A partner organisation, found by its name once there is one\n');
});

test('the README describes the same roles in the same words', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const { title, does } of ROLES) expect(readme.match(new RegExp(`${title} +${does}\n`))).not.toBeNull();
});
