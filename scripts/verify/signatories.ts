import { idFrom } from '@junkan/kit/ids.ts';
import { type Acted, type Finding, finding, type Recorded, type Stored } from './facts.ts';
import { MEANWHILE_MS } from './joined.ts';
import {
  type Attempt,
  attemptsIn,
  BEGINNINGS,
  before,
  type Check,
  dayOf,
  declarationsIn,
  ENDS,
  hashOfText,
  lastOf,
  signatoriesIn,
  type Version,
  versionIn,
} from './signatory-facts.ts';

/**
 * 38. A city signs by the decision of its council and the person whom it has mandated, the very text of the version in force, and is admitted on what was
 * checked, under the rule of that version: in that order of days.
 */
export function signaturesAreMandated(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [declaration, events] of declarationsIn(stored)) checkTexts(declaration, events, check);
  for (const attempt of attemptsIn(stored)) {
    const declared = stored.programme.byStream.get(attempt.declaration) ?? [];
    for (const event of attempt.events) {
      if (event.type === 'DeclarationSigned') checkSigned(attempt, event, declared, check);
      if (event.type === 'DeclarationAffirmed') checkAffirmed(attempt, event, declared, check);
      if (event.type === 'SignatureChecked') checkChecked(attempt, event, check);
      if (event.type === 'SignatoryAdmitted') checkAdmitted(attempt, event, declared, check);
    }
  }
  return result();
}

/** What is published is what was drafted, in each language that all of its texts have. */
function checkTexts(declaration: string, events: readonly Recorded[], check: Check): void {
  for (const { data, version } of events.filter(({ type }) => type === 'DeclarationPublished')) {
    const { drafted } = versionIn(before(events, { version }), data.number) ?? {};
    const languages: readonly string[] = (drafted?.data.text?.title ?? []).map(({ language }: { language: string }) => language);
    const hashes = languages.flatMap((language) => {
      const hash = drafted && hashOfText(drafted, language);
      return hash ? [{ language, hash }] : [];
    });
    const isSame = JSON.stringify(hashes) === JSON.stringify((data.texts ?? []).map(({ language, hash }: Hashed) => ({ language, hash })));
    check(
      drafted !== undefined && isSame,
      () => `version ${data.number} of ${declaration} was published with other texts than were drafted`,
    );
  }
}
type Hashed = { readonly language: string; readonly hash: string };

function checkSigned(attempt: Attempt, signed: Acted, declared: readonly Recorded[], check: Check): void {
  const { data, person, actor, given, at } = signed;
  const name = `the signature of ${attempt.name}`;
  const earlier = before(attempt.events, signed);
  const decided = lastOf(earlier, 'CouncilDecided');
  const mandated = lastOf(earlier.slice(decided ? earlier.indexOf(decided) : 0), 'MandateGiven');
  const waiting = lastOf(earlier, 'CouncilDecided', 'DeclarationSigned', 'SignatureReturned');
  check(waiting !== undefined && waiting.type !== 'DeclarationSigned', () => `${name} was given twice`);
  const days = [decided?.data.decision?.on ?? '~', mandated?.data.from ?? '~', data.on];
  check(
    days.join() === days.toSorted().join() && data.on === dayOf(attempt, data.at) && dayOf(attempt, at) >= data.on,
    () =>
      `${name} is of ${data.on}, recorded at ${at}, by a mandate from ${mandated?.data.from} on a decision of ${decided?.data.decision?.on}`,
  );
  const isTheirs = mandated?.data.person === person && data.by === person && actor.organisation === attempt.city && given === undefined;
  check(
    isTheirs && actor.roles.includes('proposer.certifier'),
    () => `${name} is by ${person} for ${actor.organisation}, and the mandate is of ${mandated?.data.person ?? 'nobody'}`,
  );
  checkText(attempt, signed, declared, check, name);
}

/** A certifier of the city affirms the text of a version in force that is newer than the one that binds the city. */
function checkAffirmed(attempt: Attempt, affirmed: Acted, declared: readonly Recorded[], check: Check): void {
  const { data, person, actor } = affirmed;
  const name = `the affirmation of ${attempt.name}`;
  check(
    data.by === person && actor.organisation === attempt.city && actor.roles.includes('proposer.certifier'),
    () => `${name} is by ${person} for ${actor.organisation}`,
  );
  const stood = lastOf(before(attempt.events, affirmed), 'DeclarationSigned', 'DeclarationAffirmed');
  check(
    (stood?.data.version ?? data.version) < data.version,
    () => `${name} is of version ${data.version}, and it stood by ${stood?.data.version}`,
  );
  checkText(attempt, affirmed, declared, check, name);
}

/** It is of the text of the version that was in force. */
function checkText(attempt: Attempt, signed: Acted, declared: readonly Recorded[], check: Check, name: string): void {
  const { data, at } = signed;
  const version = versionIn(declared, data.version);
  check(
    version !== undefined && hashOfText(version.drafted, data.language) === data.hash,
    () => `${name} is of another text than version ${data.version} of ${attempt.declaration} in ${data.language}`,
  );
  check(
    isInForce(version, declared, signed),
    () => `${name} is of version ${data.version} of ${attempt.declaration}, which was not in force at ${at}`,
  );
}

/** Whether a version was in force some moments before it was signed at the latest: it is looked up just before. */
function isInForce(version: Version | undefined, declared: readonly Recorded[], { at }: Recorded): boolean {
  const { published } = version ?? {};
  if (!published) return false;
  const next = declared.find(
    (each) => each.version > published.version && ['DeclarationPublished', 'DeclarationWithdrawn'].includes(each.type),
  );
  return published.at <= at && (next === undefined || Date.parse(next.at) > Date.parse(at) - MEANWHILE_MS);
}

/** What is checked was signed, and not returned since. */
function checkChecked(attempt: Attempt, checked: Acted, check: Check): void {
  const last = lastOf(before(attempt.events, checked), 'CouncilDecided', 'DeclarationSigned', 'SignatureReturned', 'SignatureChecked');
  check(
    last?.type === 'DeclarationSigned' && checked.actor.roles.includes('secretariat.officer'),
    () => `the signature of ${attempt.name} was checked by ${checked.person} after ${last?.type ?? 'nothing'}`,
  );
}

function checkAdmitted(attempt: Attempt, admitted: Acted, declared: readonly Recorded[], check: Check): void {
  const { data, actor, person, at } = admitted;
  const earlier = before(attempt.events, admitted);
  const last = lastOf(earlier, 'DeclarationSigned', 'SignatureReturned', 'SignatureChecked', 'SignatoryAdmitted');
  check(
    last?.type === 'SignatureChecked' && actor.roles.includes('secretariat.approver'),
    () => `${attempt.name} was admitted by ${person} after ${last?.type ?? 'nothing'}`,
  );
  const signed = lastOf(earlier, 'DeclarationSigned')?.data;
  check(
    data.on >= (signed?.on ?? '~') && data.on === dayOf(attempt, data.at) && dayOf(attempt, at) >= data.on,
    () => `${attempt.name} was admitted on ${data.on}, recorded at ${at}, and signed on ${signed?.on}`,
  );
  const rule = signed && versionIn(declared, signed.version)?.drafted.data.text?.rule;
  check(
    rule !== undefined && JSON.stringify(inOrder(rule)) === JSON.stringify(inOrder(data.rule ?? {})),
    () => `${attempt.name} was admitted under another rule than version ${signed?.version} of ${attempt.declaration} has`,
  );
}

const inOrder = (of: object): [string, unknown][] => Object.entries(of).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** 39. A city signs a declaration once at a time: its stream is made of both, and it begins again only when it has come to an end. */
export function citiesSignOnce(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [signatory, events] of signatoriesIn(stored)) {
    let attempts = 0;
    let last: Recorded | undefined;
    for (const event of events) {
      const { type, data, version } = event;
      if (BEGINNINGS.includes(type)) {
        const { declaration, city, attempt } = data;
        check(
          idFrom('sgn', declaration, city) === signatory,
          () => `${signatory} is not the signatory that ${city} and ${declaration} come to`,
        );
        const isAnswer = type === 'CityInvited' && last?.type === 'InterestExpressed';
        attempts += isAnswer ? 0 : 1;
        check(
          attempt === attempts && (last === undefined || isAnswer || ENDS.includes(last.type)),
          () => `${signatory} begins for the ${attempt}. time (@${version}) after ${last?.type ?? 'nothing'}`,
        );
      } else if (type !== 'ReminderSent')
        check(
          last !== undefined && !ENDS.includes(last.type),
          () => `${type} of ${signatory}@${version} came after ${last?.type ?? 'nothing'}`,
        );
      if (type !== 'ReminderSent') last = event;
    }
  }
  return result();
}
