import { fileTypeFromBuffer } from 'file-type';
import { faultOfBoxes } from './boxes.ts';
import { faultOfOffice } from './office.ts';
import { faultOfPdf } from './pdf.ts';
import { faultOfPicture } from './pictures.ts';
import { faultOfText } from './text.ts';
import { type ByteType, type FileFault, type FileType, fileTypeOf, type TextType } from './types.ts';

/** What a library that knows most types calls otherwise. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'image/heic': ['image/heic', 'image/heif', 'image/heic-sequence'],
  'image/heif': ['image/heif', 'image/heic', 'image/heif-sequence'],
  'video/mp4': ['video/mp4', 'video/x-m4v', 'video/quicktime'],
};

/** What is wrong with the bytes of a file that is sent as of this media type; nothing where they are what they are said to be. */
export async function faultOfFile(bytes: Uint8Array, mediaType: string): Promise<FileFault | undefined> {
  const type = fileTypeOf(mediaType);
  if (!type) return 'mistyped';
  if (isOfText(type)) return faultOfText(bytes, type.kind);
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (!(SAME[mediaType] ?? [mediaType]).includes(found) && !isReadLater(type, found)) return 'mistyped';
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const fault = await faultOfBytes(file, type);
  return fault ?? (isOfPackage(type) || !isTwoFiles(file) ? undefined : 'double');
}

export const isOfText = (type: FileType): type is TextType => ['text', 'table', 'json', 'geojson'].includes(type.kind);
const isOfPackage = ({ kind }: FileType): boolean => kind === 'office-open-xml' || kind === 'open-document';
/** Of a package the library reads the beginning alone, and calls one with macros by another name: what it is shows when it is unpacked. */
const isReadLater = (type: FileType, found: string): boolean =>
  isOfPackage(type) && (found === 'application/zip' || /officedocument|opendocument|macroenabled/i.test(found));

function faultOfBytes(file: Buffer, { kind, mediaType }: ByteType): Promise<FileFault | undefined> | FileFault | undefined {
  switch (kind) {
    case 'pdf':
      return faultOfPdf(file);
    case 'picture':
      return faultOfPicture(file, mediaType);
    case 'video':
      return faultOfBoxes(file, 'moov');
    case 'office-open-xml':
    case 'open-document':
      return faultOfOffice(file, mediaType);
  }
}

const END_OF_ARCHIVE = Buffer.from('PK\u0005\u0006', 'latin1');
const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const SNIFFED_BYTES = 1_024;
const PAGE = /<(?:!doctype|html|head|body|script|svg|iframe)[\s>]/i;

/** Whether it is also an archive, which is read from its end, or begins like a page. */
function isTwoFiles(file: Buffer): boolean {
  if (PAGE.test(file.toString('latin1', 0, SNIFFED_BYTES))) return true;
  const tail = file.subarray(-(END_BYTES + MAX_COMMENT));
  for (let at = tail.indexOf(END_OF_ARCHIVE); at >= 0; at = tail.indexOf(END_OF_ARCHIVE, at + 1))
    if (at + END_BYTES <= tail.length && tail.readUInt16LE(at + 20) <= tail.length - at - END_BYTES) return true;
  return false;
}
