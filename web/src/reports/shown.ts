/** How files of these types are shown within a page; others are downloaded alone. */
const SHOWN: Readonly<Record<string, 'picture' | 'table' | 'text' | undefined>> = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'text/csv': 'table',
  'text/plain': 'text',
  'application/json': 'text',
};

export const shownAs = (mediaType: string) => SHOWN[mediaType];
export const isShown = (mediaType: string): boolean => shownAs(mediaType) !== undefined;
