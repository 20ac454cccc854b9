/**
 * English sentences for the reasons of a match, one wording for each side. They depend only on the codes and figures on the wire, so they
 * can be made wherever a reason is received.
 */
import type { HardReason, Reason, WeightedReason } from './explain.ts';

export type Reader = 'sponsor' | 'proposer';

/** Writes an amount of minor units for people, for example "USD 1,250,000.00". */
export type WriteAmount = (minorUnits: string, currency: string) => string;

export function sentence(reason: Reason, reader: Reader, amount: WriteAmount): string {
  return reason.hard ? hardSentence(reason, wordsFor(reader), amount) : weightedSentence(reason, wordsFor(reader), amount);
}

type Words = { theProject: string; theProjects: string; theMandate: string; theMandates: string };

const wordsFor = (reader: Reader): Words =>
  reader === 'sponsor'
    ? { theProject: 'The project', theProjects: "the project's", theMandate: 'Your mandate', theMandates: "your mandate's" }
    : { theProject: 'Your project', theProjects: "your project's", theMandate: 'The mandate', theMandates: "the mandate's" };

function hardSentence({ criterion, outcome, facts }: HardReason, words: Words, amount: WriteAmount): string {
  const { theProject, theMandate } = words;
  const of = (fact: string): string => facts[fact] ?? '';
  const met = outcome === 'met';
  switch (criterion) {
    case 'status':
      return met ? `${theMandate} is published.` : `${theMandate} is ${of('status')}, and only a published mandate matches.`;
    case 'country':
      return met
        ? `${theMandate} covers every country of ${lower(theProject)}: ${spoken(of('project'))}.`
        : `${theMandate} does not cover ${spoken(of('uncovered'))}.`;
    case 'theme':
      if (of('mandate') === '') return `${theMandate} is open to any theme.`;
      return met
        ? `Both name ${spoken(of('shared'))}.`
        : `${theMandate} is for ${spoken(of('mandate'), 'or')}; ${lower(theProject)} is about ${spoken(of('project')) || 'no stated theme'}.`;
    case 'excluded-theme':
      if (of('excluded') === '') return `${theMandate} excludes no theme.`;
      return met
        ? `${theProject} touches none of the excluded themes (${spoken(of('excluded'))}).`
        : `${theMandate} excludes ${spoken(of('found'))}.`;
    case 'instrument':
      if (of('project') === '' || of('mandate') === '') return 'Either side leaves the instrument open.';
      return met
        ? `Both can work with ${spoken(of('shared'), 'or')}.`
        : `${theMandate} gives ${spoken(of('mandate'), 'or')}; ${lower(theProject)} can take ${spoken(of('project'), 'or')}.`;
    case 'currency':
      return met ? `Both are in ${of('project')}.` : `${theMandate} is in ${of('mandate')}, ${lower(theProject)} in ${of('project')}.`;
    case 'ticket': {
      const [target, minimum] = [amount(of('target'), of('targetCurrency')), amount(of('minimum'), of('minimumCurrency'))];
      if (of('targetCurrency') !== of('minimumCurrency'))
        return `${capital(words.theProjects)} target of ${target} and the smallest ticket of ${minimum} ${NOT_COMPARED}`;
      return met
        ? `${capital(words.theProjects)} target of ${target} reaches the smallest ticket of ${minimum}.`
        : `${capital(words.theProjects)} target of ${target} is below the smallest ticket of ${minimum}.`;
    }
    case 'readiness':
      return met
        ? `${theProject} is at readiness ${of('project')}; ${of('minimum')} is asked for.`
        : `${theProject} is at readiness ${of('project')}, but ${lower(theMandate)} asks for ${of('minimum')}.`;
    case 'indicators':
      if (of('required') === '') return `${theMandate} requires no indicator.`;
      return met
        ? `${theProject} reports every required indicator: ${spoken(of('required'))}.`
        : `${theProject} does not report ${spoken(of('missing'))}, which ${lower(theMandate)} requires.`;
  }
}

function weightedSentence({ criterion, score, facts }: WeightedReason, words: Words, amount: WriteAmount): string {
  const { theProject, theProjects, theMandate, theMandates } = words;
  const of = (fact: string): string => facts[fact] ?? '';
  switch (criterion) {
    case 'ticket-fit': {
      const target = amount(of('target'), of('targetCurrency'));
      const band = `${amount(of('low'), of('bandCurrency'))} to ${amount(of('high'), of('bandCurrency'))}`;
      const which = of('band') === 'usual' ? `${theMandates} usual tickets` : `${theMandates} ticket range`;
      if (of('targetCurrency') !== of('bandCurrency'))
        return `${capital(theProjects)} target of ${target} and ${which} (${band}) ${NOT_COMPARED}`;
      return score === 1
        ? `${capital(theProjects)} target of ${target} lies within ${which} (${band}).`
        : `${capital(theProjects)} target of ${target} lies outside ${which} (${band}).`;
    }
    case 'theme-overlap':
      if (of('mandate') === 'any') return `${theMandate} is open to any theme, which counts neither for nor against.`;
      return `${theMandate} names ${of('shared')} of ${theProjects} ${count(of('project'), 'theme', 'themes')}.`;
    case 'instrument-fit':
      if (of('stated') === 'false') return 'There is no stated lending instrument to compare, which counts neither for nor against.';
      return of('used') === 'true'
        ? `The sponsor has financed through ${of('preferred')} before.`
        : `The sponsor is not known to have financed through ${of('preferred')}.`;
    case 'country-focus':
      return `${theMandate} covers ${count(of('mandate'), 'country', 'countries')}, of which ${lower(theProject)} is in ${of('project')}.`;
    case 'readiness-headroom':
      return `${theProject} is at readiness ${of('project')}, where ${lower(theMandate)} accepts ${of('minimum')} to 4.`;
  }
}

const NOT_COMPARED = 'are in different currencies, and are not compared.';

const count = (number: string, one: string, many: string): string => `${number} ${number === '1' ? one : many}`;
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "a", "a and b", "a, b and c". */
function spoken(codes: string, joint: 'and' | 'or' = 'and'): string {
  const all = codes.split(',').map((code) => code.replaceAll('-', ' '));
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${joint} ${all.at(-1)}`;
}
