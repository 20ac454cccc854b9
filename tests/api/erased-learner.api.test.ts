import { CONTEXT_NAMES, type Context } from '@junkan/proto/programs.ts';
import { auditor, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { erase } from '@junkan/scripts/operate/erase.ts';
import { verdictOf } from '@junkan/scripts/operate/verify-certificate.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Someone } from '../http.ts';
import { heldSession } from '../learning.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors, web } = await openSystem();

test('who attended and who trained can be erased: the certificate verifies, and order and totals stand', async () => {
  const { session, holders, trainer, certificates } = await heldSession(api, actors, web);
  const hana = first(holders) as Someone;
  const { id } = first(certificates);
  await api.as(secretary).issueCertificate({ id });
  await web.ask(hana, 'nameHolder', { id }, { contact: 'Hana Ito' });
  await settled(api);
  const { code = '' } = await api.as(auditor).getCertificate({ id });
  const check = async () => bodyOf<Record<string, unknown>>(await web.send('GET', `/v1/public/certificates/${code}`, {}));
  const shown = async () => {
    const { enrolments, confirmed, waiting, status, seatsFree } = await api.as(auditor).getTrainingSession({ id: session });
    return { enrolments, confirmed, waiting, status, seatsFree };
  };
  const credential = (await web.ask(hana, 'downloadCredential', { id })).bytes.toString();
  const [checked, before] = [await check(), await shown()];
  expect(checked).toMatchObject({ standing: 'good', naming: 'named', holderName: 'Hana Ito' });

  const db = (context: string) => system.database(context as Context);
  for (const { person } of [hana, trainer]) await erase({ contexts: CONTEXT_NAMES, db }, person);
  const { holderName: _, asOf, ...rest } = checked;
  expect({ ...(await check()), asOf }).toEqual({ ...rest, asOf, naming: 'no-longer-named' });
  expect(await shown()).toEqual(before);
  const { keys } = await api.as(auditor).getCertificateKeys();
  const status = (await web.send('GET', '/v1/public/certificate-status/1', {})).bytes.toString();
  const { now } = await settled(api);
  expect(verdictOf(credential, { keys, status, now })).toMatchObject({ word: 'good' });
  expect(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/Hana|hana/);
  expect(await verifiedFaults(system)).toEqual({});
});
