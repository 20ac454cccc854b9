import { auditor, nameOf, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from '../actors.ts';
import { passedTo } from '../joined-city.ts';
import { planFrom, TRAINING } from '../learning.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';
type Done = Possible & { readonly by: ReturnType<typeof asRole> };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};
/** What only the person may do whom it is about. */
const own = (state: string, done: Done) => ({ state, possible: [], done });

/** A training, a session of it, and a certificate: proposed, issued, named, let stand, and revoked. */
export async function* learning(scene: Scene): Part<void> {
  const { api, city } = scene;
  const { id: training = '' } = yield moment('nothing taught', { act: 'draftTraining', body: { content: TRAINING }, by: asRole(S) });
  const taught = at(training);
  yield moment('training drafted', { ...taught('offerTraining'), by: asRole(S) }, [taught('retireTraining')]);
  const { session, holder } = yield* holding(scene, training);
  await settled(api);
  const { certificates } = await api.as(auditor).listCertificates({ session });
  yield* certifying(first(certificates).id, asRole(city, holder));
  const { keys } = await api.as(auditor).getCertificateKeys();
  yield moment('certificate revoked', { act: 'reportKeyLoss', body: { certificateKey: first(keys).kid }, by: asRole(S) });
  yield moment('key lost', { ...taught('retireTraining'), by: asRole(S) });
}

async function* holding({ api, city }: Scene, training: string): Part<{ session: string; holder: string }> {
  await api.as(officerOf(city)).muteNotices({}, { kinds: ['match'], projects: [] });
  const plan = planFrom((await settled(api)).now, { seats: 1, aheadDays: 0.05 });
  const schedule: Done = { act: 'scheduleSession', body: { training, plan, trainer: nameOf(officerOf(city)) }, by: asRole(S) };
  const { id: session = '' } = yield moment('training offered', schedule);
  const on = at(session);
  // Whom the test of what waits asks as this role.
  const trainer = asRole(city, `proposer.officer-of-${city}`);
  const holder = asRole(city);
  yield moment('session scheduled', { ...on('enrol'), by: trainer }, [on('cancelSession', NOTE)]);
  yield own('seat confirmed', { ...on('enrol'), by: holder });
  yield own('somebody waits', { ...on('cancelEnrolment'), by: trainer });
  yield own('seat offered', { ...on('takeSeat'), by: holder });
  yield moment('seat taken', { ...on('changeSession', { plan, trainer: trainer.person }), by: asRole(S) });
  await passedTo(api, first(plan.meetings).to);
  await settled(api);
  const attendance = [{ person: holder.person, hours: 6, passed: true }];
  yield moment('session held', { ...on('recordAttendance', { attendance }), by: trainer });
  const answers = { aimsMet: 'fully', ofUse: 'fully', wellTaught: 'fully', goodMaterial: 'fully', recommended: 'fully' };
  yield own('attendance recorded', { ...on('giveFeedback', answers), by: holder });
  yield moment('feedback given', { ...on('proposeCertificates', { holders: [holder.person] }), by: trainer });
  return { session, holder: holder.person };
}

async function* certifying(id: string, holder: ReturnType<typeof asRole>): Part<void> {
  const on = at(id);
  const propose = on('proposeRevocation', { revocation: 'issued-to-another', ...NOTE });
  yield moment('certificate proposed', { ...on('issueCertificate'), by: asRole(S) }, [on('declineCertificate', NOTE)]);
  yield own('certificate issued', { ...on('nameHolder', { contact: 'Hana' }), by: holder });
  yield moment('holder named', { ...propose, by: asRole(S) });
  yield moment('revocation proposed', { ...on('refuseRevocation'), by: asRole(S) }, [on('revokeCertificate')]);
  yield moment('revocation refused', { ...propose, by: asRole(S) });
  yield moment('revocation proposed', { ...on('revokeCertificate'), by: asRole(S) });
}
