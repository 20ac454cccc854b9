/** How the bytes of a type are examined. */
export type TextKind = 'text' | 'table' | 'json' | 'geojson';
type ByteKind = 'pdf' | 'picture' | 'video' | 'office-open-xml' | 'open-document';
type OfKind<Kind> = { readonly mediaType: string; readonly ends: readonly string[]; readonly kind: Kind };
/** Of text, or of bytes. */
export type TextType = OfKind<TextKind>;
export type ByteType = OfKind<ByteKind>;
export type FileType = TextType | ByteType;

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/**
 * The types of files that are known well enough to be examined, each with the ends of its files’ names. None of them is run or shown by
 * browsers as a page: no HTML, SVG or other XML.
 */
export const FILE_TYPES: readonly FileType[] = [
  { mediaType: 'application/pdf', ends: ['pdf'], kind: 'pdf' },
  { mediaType: 'image/jpeg', ends: ['jpg', 'jpeg'], kind: 'picture' },
  { mediaType: 'image/png', ends: ['png'], kind: 'picture' },
  { mediaType: 'image/webp', ends: ['webp'], kind: 'picture' },
  { mediaType: 'image/heic', ends: ['heic'], kind: 'picture' },
  { mediaType: 'image/heif', ends: ['heif'], kind: 'picture' },
  { mediaType: 'video/mp4', ends: ['mp4'], kind: 'video' },
  { mediaType: 'text/csv', ends: ['csv'], kind: 'table' },
  { mediaType: 'text/tab-separated-values', ends: ['tsv'], kind: 'table' },
  { mediaType: 'text/plain', ends: ['txt'], kind: 'text' },
  { mediaType: 'application/json', ends: ['json'], kind: 'json' },
  { mediaType: 'application/geo+json', ends: ['geojson'], kind: 'geojson' },
  { mediaType: `${OPEN_XML}.wordprocessingml.document`, ends: ['docx'], kind: 'office-open-xml' },
  { mediaType: `${OPEN_XML}.spreadsheetml.sheet`, ends: ['xlsx'], kind: 'office-open-xml' },
  { mediaType: `${OPEN_XML}.presentationml.presentation`, ends: ['pptx'], kind: 'office-open-xml' },
  { mediaType: `${OPEN_DOCUMENT}.text`, ends: ['odt'], kind: 'open-document' },
  { mediaType: `${OPEN_DOCUMENT}.spreadsheet`, ends: ['ods'], kind: 'open-document' },
  { mediaType: `${OPEN_DOCUMENT}.presentation`, ends: ['odp'], kind: 'open-document' },
];

/** Why a file is not what it is sent as, or is not taken though it is. */
export type FileFault =
  /** The bytes are of another type than the media type says. */
  | 'mistyped'
  /** It is cut off, or breaks the rules of its format. */
  | 'damaged'
  /** Bytes before or after the content, or an archive hidden in it: two files in one. */
  | 'double'
  /** Macros, scripts, or files and programs inside it. */
  | 'active'
  /** It loads something from elsewhere when it is opened. */
  | 'linked'
  /** It is encrypted, so that nobody can examine it. */
  | 'locked'
  /** More pixels, parts or unpacked bytes than a document has. */
  | 'oversized'
  /** A text that is HTML, SVG or other XML. */
  | 'markup'
  /** A text that is not UTF-8. */
  | 'encoding'
  /** It hides its structure in a way that is not followed, or takes too long. */
  | 'unclear';

/** The last: a scanner for viruses found something in it. */
export type Refused = FileFault | 'infected';

const BY_MEDIA_TYPE: ReadonlyMap<string, FileType> = new Map(FILE_TYPES.map((type) => [type.mediaType, type]));
export const fileTypeOf = (mediaType: string): FileType | undefined => BY_MEDIA_TYPE.get(mediaType);
