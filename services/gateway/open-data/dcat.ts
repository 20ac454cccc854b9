import type { Dataset } from './datasets.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
/** Of the vocabularies of the European Union for data: environment, and continuously. */
const THEME = 'http://publications.europa.eu/resource/authority/data-theme/ENVI';
const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};
const iri = (id: string) => ({ '@id': id });

/** The datasets as a catalogue by DCAT-AP 3, in JSON-LD. `home`: where this installation is reached. */
export function catalogueOf(datasets: Iterable<Dataset>, home: string) {
  const publisher = { '@id': `${home}/`, '@type': 'foaf:Agent', 'foaf:name': 'Junkan' };
  return {
    '@context': CONTEXT,
    '@id': `${home}/v1/public/data`,
    '@type': 'dcat:Catalog',
    'dct:title': 'Open data of Junkan',
    'dct:description':
      'Circular-economy projects of cities, their money and their results, and who has signed the declaration: what everybody may know.',
    'dct:publisher': publisher,
    'dct:license': iri(LICENCE),
    'foaf:homepage': iri(`${home}/data`),
    'dcat:dataset': Array.from(datasets, ({ name, summary, path }) => ({
      '@id': `${home}/v1/public/data/${name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': name,
      'dct:title': name,
      'dct:description': summary,
      'dct:publisher': publisher,
      'dct:accrualPeriodicity': iri(FREQUENCY),
      'dcat:theme': iri(THEME),
      'foaf:page': iri(`${home}/v1/public/data/${name}/fields`),
      'dcat:distribution': [
        {
          '@type': 'dcat:Distribution',
          'dct:title': 'All rows, a line of JSON each',
          'dcat:accessURL': iri(`${home}/v1/public/data/${name}`),
          'dcat:downloadURL': iri(`${home}/v1/public/data/${name}`),
          'dcat:mediaType': iri('https://www.iana.org/assignments/media-types/application/jsonl'),
          'dct:license': iri(LICENCE),
        },
        {
          '@type': 'dcat:Distribution',
          'dct:title': 'Page by page, with filters',
          'dcat:accessURL': iri(`${home}/v1${path}`),
          'dcat:mediaType': iri('https://www.iana.org/assignments/media-types/application/json'),
          'dct:license': iri(LICENCE),
        },
      ],
    })),
  };
}
