import {
  contentTypes,
  extendedWebp,
  heic,
  joined,
  jpegOf,
  latin1,
  mp4,
  objectsIn,
  openDocument,
  openXml,
  PAGES,
  pdf,
  pngOf,
  relation,
  relations,
  stream,
  typeOfEnd,
  WEBP_LOSSLESS,
  WEBP_LOSSY,
} from './made.fixture.ts';

export type Made = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };
const made = (name: string, bytes: Buffer | string): Made => ({
  name,
  mediaType: typeOfEnd(name.split('.').at(-1) ?? ''),
  bytes: Buffer.from(bytes),
});

const OUTLINED = [
  '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /OpenAction [3 0 R /Fit] >>',
  ...PAGES.slice(1),
  '<< /Type /Outlines /First 7 0 R /Last 7 0 R >>',
  '<< /Title (The /F plan) /Parent 6 0 R >>',
];
const LINKED = [...PAGES, '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://city.example) >> >>'];
const GEO = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [139.6, 35.4] } }],
};
/** As programs for tables write them: many like rows, which are packed well. */
const SHEET = `<?xml version="1.0" encoding="UTF-8"?><worksheet>${'<row><c><v>12.5</v></c></row>'.repeat(40_000)}</worksheet>`;

/** Files as people have them, of every type that is taken. */
export const HONEST: readonly Made[] = [
  made('plan.pdf', pdf(PAGES)),
  made('packed objects.pdf', pdf([...PAGES, objectsIn('<< /Type /Annot /Subtype /Text >>')])),
  made('outline.pdf', pdf(OUTLINED)),
  made('link.pdf', pdf(LINKED)),
  made(
    'changed.pdf',
    joined(
      pdf(PAGES),
      '6 0 obj\n<< /Note (later) >>\nendobj\nxref\n6 1\n0000000000 00000 n \ntrailer\n<< /Size 7 >>\nstartxref\n0\n%%EOF\n',
    ),
  ),
  made('scan.pdf', pdf([...PAGES, stream('/Type /XObject /Subtype /Image /Width 64 /Height 64 /Filter /DCTDecode', jpegOf(64, 64))])),
  made('site.jpg', jpegOf(640, 480)),
  made('with zeros.jpeg', joined(jpegOf(40, 30), Buffer.alloc(64))),
  made('with a smaller one.jpg', joined(jpegOf(64, 48), jpegOf(16, 12))),
  made('tiny.jpg', jpegOf(1, 1)),
  made('chart.png', pngOf(320, 200)),
  made('tiny.png', pngOf(1, 1)),
  made('lossless.webp', WEBP_LOSSLESS),
  made('lossy.webp', WEBP_LOSSY),
  made('extended.webp', extendedWebp(1, 1)),
  made('telephone.heic', heic(4_032, 3_024)),
  made('other.heif', heic(800, 600, 'mif1')),
  made('hub.mp4', mp4()),
  made('telephone.mp4', mp4('mp42')),
  made('weights.csv', 'day,tonnes\n2027-01-01,12.5\n2027-01-02,-3\n'),
  made('excel.csv', '\ufeffday;tonnes;by\n2027-01-01;=A1+B1;"Tanaka, A. | B!"\n'),
  made('日本語.csv', '日付,トン\n2027-01-01,12.5\n'),
  made('weights.tsv', 'day\ttonnes\n2027-01-01\t12.5\n'),
  made('minutes.txt', 'The council has decided.\n'),
  made('numbers.txt', '5 < 6 and <= 7; C# is no shebang.\n'),
  made('bengali.txt', 'বারোটি কেন্দ্র'),
  made('readings.json', JSON.stringify({ readings: [1, 2, 3], note: '[[[[' })),
  made('number.json', '12.5'),
  made('sites.geojson', JSON.stringify(GEO)),
  made(
    'line.geojson',
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }),
  ),
  made('report.docx', openXml('docx')),
  made(
    'linked.docx',
    openXml('docx', { 'word/_rels/document.xml.rels': relations(relation('hyperlink', 'https://city.example/', 'External')) }),
  ),
  made('weights.xlsx', openXml('xlsx', { 'xl/worksheets/sheet1.xml': SHEET })),
  made('slides.pptx', openXml('pptx', { 'ppt/media/image1.png': pngOf(20, 20) })),
  made('chart.pptx', openXml('pptx', { 'ppt/embeddings/Microsoft_Excel_Sheet.xlsx': openXml('xlsx') })),
  made('report.odt', openDocument('odt')),
  made('weights.ods', openDocument('ods', { 'Configurations2/accelerator/current.xml': '' })),
  made('slides.odp', openDocument('odp', { 'Pictures/1.png': pngOf(8, 8) })),
  made(
    'types in capitals.docx',
    openXml('docx', {
      '[Content_Types].xml': contentTypes(`${typeOfEnd('docx')}.main+xml`, '<Default Extension="PNG" ContentType="image/png"/>'),
    }),
  ),
  made('old.pdf', joined(pdf(PAGES, '', '1.3'), latin1('\r\n'))),
];
