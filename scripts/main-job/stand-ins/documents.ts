import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

const POINTS = { margin: 56, title: 18, text: 11, note: 9 };
/** The same bytes each time: a file is named by its hash. */
const MADE = new Date('2026-01-01T00:00:00Z');

/** A stand-in for a document, as PDF of one page that says what it stands for. Text is of Latin letters. */
export async function document(title: string, lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: POINTS.margin,
    info: { Title: title, Producer: 'Junkan', CreationDate: MADE, ModDate: MADE },
  });
  pdf.font('Helvetica-Bold').fontSize(POINTS.title).text(title).moveDown();
  pdf.font('Helvetica').fontSize(POINTS.text);
  for (const line of lines) pdf.text(line).moveDown(0.5);
  pdf
    .moveDown()
    .fontSize(POINTS.note)
    .fillColor('#555555')
    .text('A stand-in, written by a program. The city, its project and its figures are made up.');
  pdf.end();
  return new Uint8Array(await buffer(pdf as unknown as AsyncIterable<Uint8Array>));
}
