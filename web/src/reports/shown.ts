/** How files of these types are shown within a page; others are downloaded alone. */
const SHOWN: Readonly<Record<string, 'picture' | 'printed' | 'table' | 'text' | undefined>> = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'application/pdf': 'printed',
  'text/csv': 'table',
  'text/tab-separated-values': 'table',
  'text/plain': 'text',
  'application/json': 'text',
  'application/geo+json': 'text',
};

export const shownAs = (mediaType: string) => SHOWN[mediaType];
export const isShown = (mediaType: string): boolean => shownAs(mediaType) !== undefined;
